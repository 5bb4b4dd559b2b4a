using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Submission;

/// <summary>What the ledger remembers of sessions: that they were opened, what was about to be done with them, how they ended.</summary>
public sealed class SessionLedger(LedgerStore ledger, TimeProvider time)
{
    /// <summary>Adds an opened session, with the hashes of the invoices about to be sent in it.</summary>
    public Task OpenedAsync(SendInput input, string referenceNumber, IReadOnlyList<string> sendIntents, CancellationToken cancellationToken)
    {
        FileTrace.InSession(referenceNumber);
        var session = new SessionRecord
        {
            ReferenceNumber = referenceNumber,
            Kind = input.Submission.Kind,
            Submission = input.Submission.Key,
            Attempt = input.File.Attempt,
            OpenedAt = time.GetUtcNow(),
            SendIntents = sendIntents,
        };
        return ledger.UpdateAsync(
            input.File.LedgerName,
            record => record with { Outcome = FileOutcome.Sending, Steps = input.Steps, Sessions = [.. record.Sessions, session] },
            cancellationToken);
    }

    /// <summary>Announces that a session is about to be closed.</summary>
    /// <returns>True when this was announced before: the close may have happened.</returns>
    public async Task<bool> AnnounceCloseAsync(SessionInput input, CancellationToken cancellationToken)
    {
        var before = false;
        var now = time.GetUtcNow();
        await ledger.UpdateAsync(
            input.File.LedgerName,
            record =>
            {
                before = record.Sessions.Single(session => session.ReferenceNumber == input.Session).CloseIntentAt is not null;
                var closing = record with { Outcome = FileOutcome.Processing, Steps = input.Steps };
                return before ? null : Changed(closing, input.Session, session => session with { CloseIntentAt = now });
            },
            cancellationToken);
        return before;
    }

    /// <summary>Notes that a session ended without a trace: none of its invoices was or will be processed.</summary>
    public Task EndedEmptyAsync(FileReference file, string referenceNumber, int status, CancellationToken cancellationToken) => ledger.UpdateAsync(
        file.LedgerName,
        record => Changed(record, referenceNumber, session => session with { FinalStatus = status }),
        cancellationToken);

    /// <summary>The record with one of its sessions changed.</summary>
    public static FileRecord Changed(FileRecord record, string referenceNumber, Func<SessionRecord, SessionRecord> change) => record with
    {
        Sessions = [.. record.Sessions.Select(session => session.ReferenceNumber == referenceNumber ? change(session) : session)],
    };
}
