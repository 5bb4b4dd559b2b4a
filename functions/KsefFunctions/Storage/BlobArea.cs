namespace KsefFunctions.Storage;

/// <summary>The containers, each with one purpose and one set of rights.</summary>
public enum BlobArea
{
    /// <summary>The ERP writes; the app only reads, not even metadata changes, because a new ETag counts as a new drop.</summary>
    Inbox,

    /// <summary>The ERP reads: result files and UPOs.</summary>
    Outbox,

    /// <summary>Ciphertext on its way to KSeF; short-lived.</summary>
    Work,

    /// <summary>Evidence: original bytes, KSeF's answers, UPOs. Written once, never changed.</summary>
    Archive,

    /// <summary>The ledger.</summary>
    Status,

    /// <summary>What companies say of themselves and of their data; people write it, the app only reads.</summary>
    Config,
}
