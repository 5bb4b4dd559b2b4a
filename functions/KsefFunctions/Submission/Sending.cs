using Ksef.Client;
using Ksef.Invoices;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Submission;

/// <summary>One run of sending: what is to be sent, by which way to KSeF, and what the ledger is told of it.</summary>
public sealed class Sending(KsefContext ksef, FencedRun<ConsignmentRecord> run, TimeProvider time)
{
    public KsefContext Ksef { get; } = ksef;

    /// <summary>The consignment as the ledger has it.</summary>
    public ConsignmentRecord Record => run.Record;

    /// <summary>Form code that the session is opened with; KSeF takes one per session.</summary>
    public FormCode Form => Of(InvoiceSchema.All.Single(schema => schema.Name == Record.Schema));

    /// <summary>What the ledger knows of a session.</summary>
    public SessionRecord Known(string session) => run.Record.Sessions.Single(known => known.ReferenceNumber == session);

    /// <summary>Writes down that a session is open and what is about to be done in it.</summary>
    /// <param name="session">Its reference number.</param>
    /// <param name="sendIntents">Hashes of the invoices about to be sent, in an online session.</param>
    public Task OpenedAsync(string session, IReadOnlyList<string> sendIntents)
    {
        FileTrace.InSession(session);
        var opened = new SessionRecord
        {
            ReferenceNumber = session,
            Kind = Record.Kind,
            Consignment = Record.Id,
            Attempt = Record.Attempt,
            OpenedAt = time.GetUtcNow(),
            SendIntents = sendIntents,
        };
        return run.NoteAsync(record => record with { Sessions = [.. record.Sessions, opened] });
    }

    /// <summary>Writes down what has become of a session.</summary>
    public Task NoteAsync(string session, Func<SessionRecord, SessionRecord> change) => run.NoteAsync(record => record.WithSession(session, change));

    private static FormCode Of(InvoiceSchema schema) => new(schema.SystemCode, schema.SchemaVersion, schema.FormCodeValue);
}
