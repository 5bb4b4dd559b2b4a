namespace Ksef.Mapping;

/// <summary>An invoice that a correction corrects (DaneFaKorygowanej).</summary>
public static class OriginalFields
{
    /// <summary>Number of the corrected invoice.</summary>
    public static readonly SimpleField Number = new(FieldLevel.Original, FieldKind.Text, "korygowana_numer", "corrected_number", "NrFaKorygowanej",
        "Numer faktury korygowanej.", "Number of the corrected invoice.");

    /// <summary>Date of issue of the corrected invoice.</summary>
    public static readonly SimpleField IssueDate = new(FieldLevel.Original, FieldKind.Date, "korygowana_data", "corrected_date", "DataWystFaKorygowanej",
        "Data wystawienia faktury korygowanej.", "Date of issue of the corrected invoice.");

    /// <summary>KSeF number of the corrected invoice.</summary>
    public static readonly SimpleField KsefNumber = new(FieldLevel.Original, FieldKind.KsefNumber, "korygowana_numer_ksef", "corrected_ksef_number", "NrKSeFFaKorygowanej",
        "Numer KSeF faktury korygowanej.", "KSeF number of the corrected invoice.");

    /// <summary>The corrected invoice was issued outside KSeF.</summary>
    public static readonly SimpleField OutsideKsef = new(FieldLevel.Original, FieldKind.Flag, "korygowana_poza_ksef", "corrected_outside_ksef", "NrKSeFN",
        "Fakturę korygowaną wystawiono poza KSeF.", "The corrected invoice was issued outside KSeF.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Number, IssueDate, KsefNumber, OutsideKsef,
    ];
}
