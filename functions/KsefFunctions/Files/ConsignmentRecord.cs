using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>
/// The ledger's document of a consignment: what is sent in one KSeF session, from one file or from thousands, all of one company and one form code.
/// Which files take part is written down once, beside it, and never changes; that an invoice of a file goes in this consignment and in no other
/// stands in the row of the invoice.
/// </summary>
public sealed record ConsignmentRecord : IStepRecord<ConsignmentRecord>
{
    /// <summary>32 hexadecimal digits, made from what is gathered: the same choice is the same consignment.</summary>
    public required string Id { get; init; }

    public required string ContextNip { get; init; }

    /// <summary>Name of the schema whose form code the session is opened with, such as <c>FA(3)</c>.</summary>
    public required string Schema { get; init; }

    public required SessionKind Kind { get; init; }

    public required DateTimeOffset GatheredAt { get; init; }

    public ConsignmentState State { get; init; }

    /// <summary>How many invoices it claimed when it was last packed.</summary>
    public int InvoiceCount { get; init; }

    /// <summary>How often it was taken up, from 1.</summary>
    public int Attempt { get; init; } = 1;

    public FlowPosition? Position { get; init; }

    public IReadOnlyList<SessionRecord> Sessions { get; init; } = [];

    public IReadOnlyList<StepRecord> Steps { get; init; } = [];

    /// <summary>Until when KSeF's limit of calls held it back last; in the past, or null, it does not.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>The consignment whose session failed before this one, and what is known of such failures; null for a first one.</summary>
    public ConsignmentOrigin? Origin { get; init; }

    /// <summary>What stopped it, as the catalogue says it; null unless it is stopped.</summary>
    public string? Failure { get; init; }

    [JsonIgnore]
    public bool IsFinal => State is ConsignmentState.Closed or ConsignmentState.Stopped;

    public ConsignmentRecord At(FlowPosition position) => this with { Position = position };

    public ConsignmentRecord Waiting(DateTimeOffset until) => this with { WaitsUntil = until };

    /// <summary>The record with one of its sessions changed.</summary>
    public ConsignmentRecord WithSession(string referenceNumber, Func<SessionRecord, SessionRecord> change) => this with
    {
        Sessions = [.. Sessions.Select(session => session.ReferenceNumber == referenceNumber ? change(session) : session)],
    };

    /// <summary>The record with a step that began, or went on, and ended.</summary>
    public ConsignmentRecord WithStep(string name, DateTimeOffset startedAt, DateTimeOffset? finishedAt)
    {
        var index = Steps.ToList().FindIndex(step => step.Name == name);
        return index < 0
            ? this with { Steps = [.. Steps, new StepRecord(name, startedAt, finishedAt)] }
            : this with { Steps = [.. Steps.Select((step, place) => place == index ? step with { FinishedAt = finishedAt } : step)] };
    }

    /// <summary>The record at the start of its next attempt, which looks at the sessions of the earlier ones first.</summary>
    public ConsignmentRecord NextAttempt() => this with { Attempt = Attempt + 1, Position = null, State = ConsignmentState.Gathered, WaitsUntil = null, Failure = null };
}

/// <summary>What a consignment knows of the one before it.</summary>
/// <param name="Predecessor">Id of the consignment whose session failed.</param>
/// <param name="Failures">How many sessions failed, one after the other.</param>
/// <param name="Refusals">How many of them failed because of what was in them.</param>
/// <param name="Since">When the first one failed.</param>
/// <param name="Halved">It is a half of one that was refused, whose other half may be the guilty one.</param>
public sealed record ConsignmentOrigin(string Predecessor, int Failures, int Refusals, DateTimeOffset Since, bool Halved = false);
