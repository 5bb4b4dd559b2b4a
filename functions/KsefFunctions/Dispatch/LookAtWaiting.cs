using KsefFunctions.Budget;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Dispatch;

/// <summary>
/// One look of a company's dispatcher at the waiting room: gathers what is due into consignments and starts them. It may run twice, late, and at the
/// same time as itself: the same choice is the same consignment, and of two that overlap each invoice goes in the one that claims its row first.
/// </summary>
public sealed partial class LookAtWaiting(
    FileSteps steps, WaitingRoom room, ConsignmentStore consignments, ConsignmentStart start, CompanyQueue queue, SharedCallBudget budget, IOptions<KsefFunctionsOptions> options, TimeProvider time, ILogger<LookAtWaiting> logger)
{
    [Function(nameof(LookAtWaiting))]
    public Task<NextLook> RunAsync([ActivityTrigger] string nip, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(LookAtWaiting), NoFile.Instance, () => LookAsync(nip, durable, cancellationToken), cancellationToken);

    private async Task<NextLook> LookAsync(string nip, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var waiting = await room.ListAsync(nip, cancellationToken).ToListAsync(cancellationToken);
        var open = waiting.Count == 0 ? 0 : await consignments.OpenAsync(nip, cancellationToken).CountAsync(cancellationToken);
        var allowances = waiting.Count == 0 ? Allowances.Unlimited : AllowanceReader.Read(await budget.ReadAsync(nip, cancellationToken));
        var now = time.GetUtcNow();
        var plan = DispatchPlan.Of(waiting, open, allowances, options.Value.Gather, now);
        foreach (var gathering in plan.Consignments)
        {
            await start.GatherAsync(nip, gathering, durable, cancellationToken);
            await room.RemoveAsync(gathering.Files, cancellationToken);
            LogGathered(nip, gathering.Kind, gathering.Files.Count, gathering.Files.Sum(file => file.Invoices));
        }

        await queue.TellAsync(nip, Delayed(waiting, plan, now), plan.HeldUntil, cancellationToken);
        return new NextLook(plan.LookAgainAt is { } again ? Later(again - now) : null, Later(DispatcherCall.LooksOnceMoreAfter(options.Value.Gather)));
    }

    // What waits for the quiet time only goes in a moment; to write it down would cost a lone file two writes.
    private List<WaitingFile> Delayed(IEnumerable<WaitingFile> waiting, DispatchPlan plan, DateTimeOffset now)
    {
        var left = waiting.Except(plan.Consignments.SelectMany(gathering => gathering.Files)).ToList();
        return plan.HeldUntil is null && left.All(file => now - file.ArrivedAt <= options.Value.Gather.AtMost) ? [] : left;
    }

    // Clocks of storage and of this process may differ.
    private static TimeSpan Later(TimeSpan wait) => wait > TimeSpan.FromMilliseconds(50) ? wait : TimeSpan.FromMilliseconds(50);

    [LoggerMessage(2106, LogLevel.Information, "{Nip}: a consignment by {Kind} session of {Files} files with {Invoices} invoices")]
    private partial void LogGathered(string nip, SessionKind kind, int files, int invoices);
}

/// <summary>Output of <see cref="LookAtWaiting"/>.</summary>
/// <param name="In">When to look again; null when only a call leads to something.</param>
/// <param name="Quiet">When to look once more all the same: calls that soon follow another are left out.</param>
public sealed record NextLook(TimeSpan? In, TimeSpan Quiet);
