namespace SampleInvoices.Broken;

/// <summary>Bad input of every kind that an ERP, a person or an attacker could drop.</summary>
public static class BrokenInvoices
{
    /// <summary>Every broken file, at least one for each error that stops an invoice whatever the settings are.</summary>
    public static IReadOnlyList<BrokenInvoice> All { get; } = [.. BrokenFiles.All, .. BrokenStructures.All, .. BrokenContents.All];

    public static BrokenInvoice NotXml { get; } = Find("a PDF");

    public static BrokenInvoice Empty { get; } = Find("empty");

    public static BrokenInvoice Truncated { get; } = Find("cut in the middle");

    public static BrokenInvoice Utf16 { get; } = Find("UTF-16");

    public static BrokenInvoice Windows1250 { get; } = Find("windows-1250");

    public static BrokenInvoice ByteOrderMark { get; } = Find("byte order mark");

    public static BrokenInvoice DocumentType { get; } = Find("DOCTYPE");

    public static BrokenInvoice EntityBomb { get; } = Find("entity bomb");

    public static BrokenInvoice ExternalEntity { get; } = Find("external entity");

    public static BrokenInvoice UnknownSchema { get; } = Find("unknown schema");

    public static BrokenInvoice TooLarge { get; } = Find("over 1 MB without attachment");

    public static BrokenInvoice WrongNip { get; } = Find("wrong NIP of the seller");

    public static BrokenInvoice FutureDate { get; } = Find("P_1 in the future");

    public static BrokenInvoice MissingField { get; } = Find("P_15 missing");

    private static BrokenInvoice Find(string name) => All.Single(broken => broken.Name == name);
}
