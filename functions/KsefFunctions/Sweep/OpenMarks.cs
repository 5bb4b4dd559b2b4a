using KsefFunctions.Dispatch;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>
/// Removes marks of consignments that nobody works on: each takes the place of a session that its company could have on its way. A consignment that is
/// taken up again marks itself again.
/// </summary>
public sealed class OpenMarks(ConsignmentStore consignments, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    public async Task RemoveLostAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await foreach (var (nip, id, markedAt) in consignments.AllOpenAsync(cancellationToken))
        {
            if (time.GetUtcNow() - markedAt >= options.Value.UnnoticedAfter
                && !(await consignments.FindAsync(nip, id, cancellationToken) is { } record && await ConsignmentStart.IsWorkedOnAsync(record, durable, cancellationToken)))
            {
                await consignments.MarkEndedAsync(nip, id, cancellationToken);
            }
        }
    }
}
