namespace Ksef.Mapping;

/// <summary>What a reader may know besides the file.</summary>
/// <param name="Nip">NIP of the company for which the file was dropped, ten digits; <see langword="null"/> when unknown.</param>
/// <param name="Profile">What the company says of itself.</param>
/// <param name="Mapping">How the company's files relate to the simple layout.</param>
public sealed record ReadingContext(string? Nip, CompanyProfile Profile, DataMapping Mapping)
{
    /// <summary>When the invoices were made, for formats that hold finished ones.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>How much of a workbook is read.</summary>
    public ExcelLimits ExcelLimits { get; init; } = ExcelLimits.Default;

    /// <summary>A context that says nothing.</summary>
    public static ReadingContext Empty { get; } = new(null, CompanyProfile.Empty, DataMapping.Empty);
}
