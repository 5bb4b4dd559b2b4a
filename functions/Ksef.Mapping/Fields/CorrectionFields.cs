namespace Ksef.Mapping;

/// <summary>What a correction says of itself.</summary>
public static class CorrectionFields
{
    /// <summary>Reason of the correction.</summary>
    public static readonly SimpleField Reason = new(FieldLevel.Invoice, FieldKind.Text, "przyczyna_korekty", "correction_reason", "PrzyczynaKorekty",
        "Przyczyna korekty.", "Reason of the correction.");

    /// <summary>When the correction takes effect: 1 date of the original, 2 date of the correction, 3 another date.</summary>
    public static readonly SimpleField Effect = new(FieldLevel.Invoice, FieldKind.Code, "typ_korekty", "correction_effect", "TypKorekty",
        "Kiedy korekta działa: 1 data faktury pierwotnej, 2 data korekty, 3 inna data.", "When the correction takes effect: 1 date of the original, 2 date of the correction, 3 another date.");

    /// <summary>How the lines of the correction are written: differences, or states (before and after).</summary>
    public static readonly SimpleField Manner = new(FieldLevel.Invoice, FieldKind.Code, "sposob_korekty", "correction_manner", "StanPrzed",
        "Jak zapisano pozycje korekty: roznice albo stany (przed i po).", "How the lines of the correction are written: differences, or states (before and after).");

    /// <summary>Period to which the discount of a collective correction refers.</summary>
    public static readonly SimpleField Period = new(FieldLevel.Invoice, FieldKind.Text, "okres_korygowany", "corrected_period", "OkresFaKorygowanej",
        "Okres, do którego odnosi się rabat korekty zbiorczej.", "Period to which the discount of a collective correction refers.");

    /// <summary>The right number of the original, where the number itself was wrong.</summary>
    public static readonly SimpleField RightNumber = new(FieldLevel.Invoice, FieldKind.Text, "numer_korygowany_poprawny", "corrected_right_number", "NrFaKorygowany",
        "Poprawny numer faktury korygowanej, gdy błędny był sam numer.", "The right number of the original, where the number itself was wrong.");

    /// <summary>Amount before the correction: paid (advance) or left to pay (settlement).</summary>
    public static readonly SimpleField AmountBefore = new(FieldLevel.Invoice, FieldKind.Amount, "zaliczka_przed_korekta", "advance_before_correction", "P_15ZK",
        "Kwota przed korektą: zapłaty (korekta zaliczki) albo pozostała do zapłaty (korekta rozliczenia).", "Amount before the correction: paid (advance) or left to pay (settlement).");

    /// <summary>Exchange rate of the advance before the correction.</summary>
    public static readonly SimpleField RateBefore = new(FieldLevel.Invoice, FieldKind.ExchangeRate, "kurs_przed_korekta", "exchange_rate_before_correction", "KursWalutyZK",
        "Kurs waluty zaliczki przed korektą.", "Exchange rate of the advance before the correction.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Reason, Effect, Manner, Period, RightNumber, AmountBefore, RateBefore,
    ];
}
