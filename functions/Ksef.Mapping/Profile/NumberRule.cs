namespace Ksef.Mapping;

/// <summary>How the number of an invoice comes out of an export that writes it in its own way (EPP).</summary>
public enum NumberRule
{
    /// <summary>By the program that wrote the file: with the kind for those of InsERT, without it for Fakturownia. Of others it is not known, and their invoices wait for another rule.</summary>
    ByProgram,

    /// <summary>As it is written.</summary>
    AsWritten,

    /// <summary>With the kind of document in front, such as <c>FS 5/2026</c>.</summary>
    WithKind,

    /// <summary>Without the kind of document, such as <c>5/2026</c>.</summary>
    WithoutKind,
}
