using System.Globalization;

namespace Ksef.Invoices.Structure;

/// <summary>Guesses which code of a list was meant: by another spelling of it, its meaning in words, or what people use to write.</summary>
internal static class LikelyCode
{
    private const int ShortestPrefix = 4;

    private static readonly string[] Yes = ["tak", "t", "true", "yes", "y", "x"];
    private static readonly string[] No = ["nie", "n", "false", "no", "f"];

    /// <returns>The code, or <see langword="null"/> when none or more than one is likely.</returns>
    public static CodeValue? Find(string value, IReadOnlyList<CodeValue> codes)
    {
        var folded = Fold(value);
        return folded.Length == 0 ? null
            : Only(codes.Where(code => Fold(code.Value) == folded))
            ?? CodeMeanings.MeantBy(folded).Select(meant => codes.FirstOrDefault(code => code.Value == meant || code.MeaningPl == meant)).FirstOrDefault(code => code is not null)
            ?? Only(codes.Where(code => code.MeaningPl is { } meaning && Fold(meaning) == folded))
            ?? Only(codes.Where(code => IsNumberOf(folded, code.Value) || IsRate(value, code.Value) || IsAnswer(folded, code.Value, codes)))
            ?? Only(codes.Where(code => code.MeaningPl is { } meaning && IsBeginning(folded, Fold(meaning))));
    }

    private static CodeValue? Only(IEnumerable<CodeValue> codes) => codes.Take(2).ToList() is [var only] ? only : null;

    private static bool IsBeginning(string left, string right) =>
        Math.Min(left.Length, right.Length) >= ShortestPrefix
        && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal));

    /// <summary>Goods groups are called by their numbers: 7 for GTU_07.</summary>
    private static bool IsNumberOf(string folded, string code) =>
        code.StartsWith("GTU_", StringComparison.Ordinal)
        && int.TryParse(folded.Replace("gtu", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && code == "GTU_" + number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Rates with decimals, or as a fraction of one: 23.00 or 0,23.</summary>
    private static bool IsRate(string value, string code) =>
        decimal.TryParse(value.Replace(',', '.').TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var stated)
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var rate)
        && rate > 2 && (stated == rate || stated * 100 == rate);

    private static bool IsAnswer(string folded, string code, IReadOnlyList<CodeValue> codes) =>
        codes.All(candidate => candidate.Value is "1" or "2") && (code == "1" ? Yes : No).Contains(folded);

    // People write a sign where a list has a code of a currency.
    private static string Fold(string text) => FoldedText.Of(text, keepsCurrencySigns: true);
}
