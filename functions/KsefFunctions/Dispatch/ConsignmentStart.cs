using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using KsefFunctions.Telemetry;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Dispatch;

/// <summary>Writes consignments down and starts their orchestrations, however often it is asked to.</summary>
public sealed class ConsignmentStart(ConsignmentStore consignments, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    /// <summary>Name of the orchestration that sends a consignment.</summary>
    public const string Orchestration = "ProcessConsignment";

    /// <summary>Writes down what was gathered, and starts it.</summary>
    public async Task GatherAsync(string nip, Gathering gathering, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var first = new ConsignmentRecord
        {
            Id = IdOf(gathering.Files.Select(file => file.Name)),
            ContextNip = nip,
            Schema = gathering.Files[0].Schema,
            Kind = gathering.Kind,
            GatheredAt = time.GetUtcNow(),
        };
        await StartAsync(first, [.. gathering.Files.Select(file => file.Member)], TimeSpan.Zero, durable, cancellationToken);
    }

    /// <summary>Starts a consignment that takes the place of a failed one.</summary>
    /// <param name="failed">The failed one.</param>
    /// <param name="members">The part that it takes over.</param>
    /// <param name="origin">What is known of the failures.</param>
    /// <param name="after">The wait before it.</param>
    /// <param name="durable">Starts its orchestration.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <returns>The one that takes its place.</returns>
    public Task<ConsignmentRecord> SucceedAsync(
        ConsignmentRecord failed, IReadOnlyList<ConsignmentMember> members, ConsignmentOrigin origin, TimeSpan after, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var next = new ConsignmentRecord
        {
            Id = IdOf(members.SelectMany(member => member.Ordinals!.Select(ordinal => $"{member.FileId} {ordinal}")).Prepend($"{failed.Id} {failed.Attempt}")),
            ContextNip = failed.ContextNip,
            Schema = failed.Schema,
            Kind = failed.Kind,
            GatheredAt = time.GetUtcNow(),
            Origin = origin,
        };
        return StartAsync(next, members, after, durable, cancellationToken);
    }

    /// <summary>Takes a consignment up again that nobody works on; one that somebody works on is left alone.</summary>
    public async Task ResumeAsync(string nip, string id, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (await consignments.FindAsync(nip, id, cancellationToken) is not { } record || await IsWorkedOnAsync(record, durable, cancellationToken))
        {
            return;
        }

        record = await consignments.UpdateAsync(
            nip, id, current => current.Attempt == record.Attempt && (current.Position is not null || current.IsFinal) ? current.NextAttempt() : null, cancellationToken);
        await ScheduleAsync(record, await consignments.MembersAsync(nip, id, cancellationToken), TimeSpan.Zero, durable, cancellationToken);
    }

    /// <summary>Whether an orchestration has the current attempt of a consignment.</summary>
    public static async Task<bool> IsWorkedOnAsync(ConsignmentRecord record, DurableTaskClient durable, CancellationToken cancellationToken) =>
        await durable.GetInstanceAsync(ConsignmentReference.InstanceIdFor(record.ContextNip, record.Id, record.Attempt), cancellationToken) is { IsCompleted: false };

    private async Task<ConsignmentRecord> StartAsync(
        ConsignmentRecord first, IReadOnlyList<ConsignmentMember> members, TimeSpan after, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var record = await consignments.CreateAsync(first, members, cancellationToken);
        if (record is { Attempt: 1, Position: null })
        {
            await ScheduleAsync(record, members, after, durable, cancellationToken);
        }
        else if (record.State != ConsignmentState.Closed)
        {
            // The same was gathered before, and whoever had it may have died before it claimed anything.
            await ResumeAsync(record.ContextNip, record.Id, durable, cancellationToken);
        }

        return record;
    }

    private async Task ScheduleAsync(
        ConsignmentRecord record, IReadOnlyList<ConsignmentMember> members, TimeSpan after, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var only = members.Count == 1 ? members[0] : null;
        using var gathered = only is null ? FileTrace.StartForMany("ksef.gather", members.Select(member => member.TraceParent)) : null;
        var input = new ConsignmentReference
        {
            Id = record.Id,
            ContextNip = record.ContextNip,
            Attempt = record.Attempt,
            StartsAfter = after,
            Settings = FlowSettings.Of(options.Value),
            TraceParent = gathered?.Id ?? only?.TraceParent,
            FileId = only?.FileId,
        };
        await durable.TryStartAsync(Orchestration, input.InstanceId, input, OrchestrationStart.Once, cancellationToken);
    }

    private static string IdOf(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Order(StringComparer.Ordinal)))).AsSpan(0, 16));
}
