using KsefFunctions.DeadLetters;
using KsefFunctions.Files;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Api;

/// <summary><c>POST files/{id}/replay</c>: starts a file again under a new attempt. Invoices that have a KSeF number are not sent again.</summary>
public sealed class FileReplay(LedgerStore ledger, FileIntake intake, DeadLetterLedger deadLetters, TimeProvider time)
{
    [Function("ReplayFile")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{id}/replay")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { } record)
        {
            return Problems.NotFound(id);
        }

        if (!IsAllowed(record))
        {
            return Problems.Conflict($"A file that is {record.Outcome} cannot be replayed.");
        }

        if (record.Sha256.Length == 0)
        {
            // It was never read; its own content decides what it is.
            if (!await intake.TakeAsync(record.Paths[0], durable, cancellationToken))
            {
                return Problems.Conflict("The file was never read, and it is in the inbox no more.");
            }

            await deadLetters.ForgetUnreadAsync(record.Paths[0], cancellationToken);

            return HttpResults.Json(new Started(record.Id, record.Id, record.Attempt), ApiJson.Default.Started, statusCode: StatusCodes.Status202Accepted);
        }

        record = await ledger.UpdateAsync(
            record.LedgerName,
            current => current.Attempt == record.Attempt && IsAllowed(current) ? current.NextAttempt(time.GetUtcNow()) : null,
            cancellationToken);
        using var span = FileTrace.Start("ksef.replay", record);
        await intake.StartAsync(record, record.Paths[0], etag: string.Empty, durable, cancellationToken);
        var started = new Started(record.Id, FileReference.InstanceIdFor(record.Id, record.Attempt), record.Attempt);
        return HttpResults.Json(started, ApiJson.Default.Started, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Ended, or left by its orchestration, and not with every invoice accepted.</summary>
    public static bool IsAllowed(FileRecord record) =>
        (record.IsFinal || record.AbandonedAt is not null) && record.Outcome != FileOutcome.Accepted;
}
