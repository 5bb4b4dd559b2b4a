using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Dispatch;

/// <summary>
/// Hands the invoices of a file to its company's dispatcher. It is done outside of the fence, by every run: what was handed over before either waits
/// still, or is in a consignment, where the rows say so and no other takes them.
/// </summary>
public sealed class HandOver(FileSteps steps, WaitingRoom room, DispatcherCall dispatcher, TimeProvider time)
{
    /// <summary>Hands over a file that a person has let go out.</summary>
    [Function(nameof(HandOver))]
    public async Task<bool> RunAsync([ActivityTrigger] HandOverInput input, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var approved = await steps.RunAsync(
            nameof(HandOver),
            input.File,
            DispatchJson.Default.Boolean,
            _ => Task.FromResult(StepEnd.Done(true, record => record with { Approval = input.Decision, Steps = input.Steps })),
            cancellationToken);
        await AddAsync(input.File, input.ToSend, durable, cancellationToken);
        return approved;
    }

    /// <summary>Hands over what is to be sent of a file.</summary>
    public async Task AddAsync(FileReference file, IReadOnlyList<InvoicesToSend> toSend, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        foreach (var invoices in toSend)
        {
            await room.AddAsync(WaitingFile.Of(file, invoices, time.GetUtcNow()), cancellationToken);
        }

        if (toSend.Count > 0)
        {
            await dispatcher.ArrivedAsync(file.ContextNip, durable, cancellationToken);
        }
    }
}

/// <summary>Input of <see cref="HandOver"/>.</summary>
/// <param name="File">The file.</param>
/// <param name="ToSend">What is to be sent of it.</param>
/// <param name="Decision">A person's consent.</param>
/// <param name="Steps">How far the file has come.</param>
public sealed record HandOverInput(FileReference File, IReadOnlyList<InvoicesToSend> ToSend, ApprovalRecord Decision, IReadOnlyList<StepRecord> Steps);
