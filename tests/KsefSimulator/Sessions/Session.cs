using KsefSimulator.Http;
using KsefSimulator.Identity;

namespace KsefSimulator.Sessions;

/// <summary>A session as it is kept; its status follows from this, its invoices and the clock (<see cref="SessionStatuses"/>).</summary>
internal sealed record Session
{
    public required string ReferenceNumber { get; init; }

    public required SessionKind Kind { get; init; }

    public required ContextIdentifier Context { get; init; }

    public required SubjectIdentifier Subject { get; init; }

    /// <summary>The login under which it was opened: the UPO quotes it.</summary>
    public required string LoginReferenceNumber { get; init; }

    /// <summary><c>systemCode</c> of the schema.</summary>
    public required string SystemCode { get; init; }

    /// <summary>The AES key that the client sent; null when it could not be decrypted.</summary>
    public byte[]? SymmetricKey { get; init; }

    public required byte[] InitializationVector { get; init; }

    public bool OfflineMode { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the work on a package was really done; a package closed but not processed is taken up again after a restart.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>Why the whole session failed.</summary>
    public StatusInfo? Failure { get; init; }

    public BatchFile? BatchFile { get; init; }

    /// <summary>Reference numbers of the UPO's pages.</summary>
    public IReadOnlyList<string> UpoPages { get; init; } = [];

    /// <summary>Faults that struck when it was opened or closed.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>For how long a fault keeps the session in processing after it is closed.</summary>
    public TimeSpan? Hold { get; init; }

    /// <summary>Until when a fault keeps the session in processing.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    public bool HasFault(string name) => Faults.Contains(name);
}
