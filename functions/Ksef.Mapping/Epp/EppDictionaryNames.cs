namespace Ksef.Mapping.Epp;

/// <summary>The dictionaries of the format. Source: InsERT, "Struktura danych EDI++" 1.11, section 1.4.</summary>
internal static class EppDictionaryNames
{
    public const string Contractors = "KONTRAHENCI";
    public const string Goods = "TOWARY";
    public const string CnCodes = "TOWARYKODYCN";
    public const string GtuMarks = "TOWARYGRUPYJPKVAT";
    public const string CompletionDates = "DATYZAKONCZENIA";
    public const string BuyerNumbers = "NUMERYIDENTYFIKACYJNENABYWCOW";
    public const string CorrectionReasons = "PRZYCZYNYKOREKT";
    public const string CorrectionDates = "DATYUJECIAKOREKT";
    public const string SplitPayments = "WYMAGALNOSCMPP";
    public const string JpkMarks = "DOKUMENTYZNACZNIKIJPKVAT";

    /// <summary>Those that an invoice is read from, and how many fields their records have at least.</summary>
    public static IReadOnlyDictionary<string, int> Used { get; } = new Dictionary<string, int>
    {
        [Contractors] = 8,
        [Goods] = 10,
        [CnCodes] = 2,
        [GtuMarks] = 14,
        [CompletionDates] = 2,
        [BuyerNumbers] = 3,
        [CorrectionReasons] = 3,
        [CorrectionDates] = 3,
        [SplitPayments] = 2,
        [JpkMarks] = 28,
    };

    /// <summary>Those that an invoice does not need.</summary>
    public static IReadOnlySet<string> Unused { get; } = new HashSet<string>
    {
        "GRUPYKONTRAHENTOW", "CECHYKONTRAHENTOW", "DODATKOWEKONTRAHENTOW", "CENNIK", "GRUPYTOWAROW", "CECHYTOWAROW", "DODATKOWETOWAROW", "PRACOWNICY", "URZEDY",
        "IDENTYFIKATORYPLATNOSCI", "DOKUMENTYFISKALNEVAT", "OPLATYDODATKOWE", "OPLATYSPECJALNE", "OPLATACUKROWA", "DOSTAWYMARZOWEDLAFM", "PLATNOSCI",
        "INFORMACJEWSTO", "SPECYFIKACJATOWAROWAWSTO", "STAWKIVATZAGRANICZNE",
    };
}
