using System.Text.RegularExpressions;

namespace Ksef.Invoices.Grammar;

/// <summary>
/// Patterns of the schemas that nearly every invoice meets, compiled with this assembly. Word for word as the schemas have them: one that a
/// new schema changes is no longer known, and the schema judges by itself.
/// </summary>
internal static partial class KnownPatterns
{
    private const string Amount = @"-?([1-9]\d{0,15}|0)(\.\d{1,2})?";
    private const string Quantity = @"-?([1-9]\d{0,15}|0)(\.\d{1,6})?";
    private const string UnitPrice = @"-?([1-9]\d{0,13}|0)(\.\d{1,8})?";
    private const string Nip = @"[1-9]((\d[1-9])|([1-9]\d))\d{7}";
    private const string Date = @"((\d{4})-(\d{2})-(\d{2}))";

    private static readonly Dictionary<string, Regex> Known = new()
    {
        [Amount] = AmountPattern(),
        [Quantity] = QuantityPattern(),
        [UnitPrice] = UnitPricePattern(),
        [Nip] = NipPattern(),
        [Date] = DatePattern(),
    };

    public static Regex? Find(string pattern) => Known.GetValueOrDefault(pattern);

    [GeneratedRegex(@"\A(" + Amount + @")\z")]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"\A(" + Quantity + @")\z")]
    private static partial Regex QuantityPattern();

    [GeneratedRegex(@"\A(" + UnitPrice + @")\z")]
    private static partial Regex UnitPricePattern();

    [GeneratedRegex(@"\A(" + Nip + @")\z")]
    private static partial Regex NipPattern();

    [GeneratedRegex(@"\A(" + Date + @")\z")]
    private static partial Regex DatePattern();
}
