namespace Ksef.Invoices;

/// <summary>What depends on the environment and on the way an invoice is sent.</summary>
public sealed record InvoiceCheckOptions
{
    /// <summary>NIP in whose name the file is sent. Compared with the seller; not compared when <see langword="null"/>.</summary>
    public string? ContextNip { get; init; }

    /// <summary>Schemas that the environment takes; every known one when <see langword="null"/>.</summary>
    public IReadOnlyCollection<InvoiceSchema>? AllowedSchemas { get; init; }

    /// <summary>Whether NIPs with a wrong check digit are errors. KSeF enforces it in production only.</summary>
    public bool EnforceNipChecksum { get; init; } = true;

    /// <summary>Whether the invoice is part of a package, which KSeF does not allow for every schema.</summary>
    public bool InBatch { get; init; }
}
