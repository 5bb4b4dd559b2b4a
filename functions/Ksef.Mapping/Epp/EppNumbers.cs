namespace Ksef.Mapping.Epp;

/// <summary>
/// What the invoice number is. The format has "kind, space, number"; Subiekt leaves the kind out although it belongs to the number it shows
/// and prints, Fakturownia writes it in front of a number it is no part of.
/// </summary>
/// <param name="program">The program that wrote the file.</param>
/// <param name="rule">What the company says.</param>
internal sealed class EppNumbers(string program, NumberRule rule)
{
    /// <summary>The rule that holds for this file; <see cref="NumberRule.ByProgram"/> when the program is not known and the company says nothing.</summary>
    public NumberRule Rule { get; } = rule != NumberRule.ByProgram ? rule : RuleOf(program);

    /// <summary>The program that wrote the file.</summary>
    public string Program => program;

    /// <summary>The number as it stands on the invoice.</summary>
    /// <param name="kind">Kind of document, such as <c>FS</c>.</param>
    /// <param name="written">The number as the file writes it.</param>
    public string Number(string kind, string written) => Rule switch
    {
        NumberRule.WithKind => Key(kind, written),
        NumberRule.WithoutKind => Bare(kind, written),
        _ => written,
    };

    /// <summary>The number of a corrected document as it stands on it; the kind is that of an invoice where the file does not say otherwise.</summary>
    public string OriginalNumber(string written) => Rule switch
    {
        NumberRule.WithKind => KindOf(written) is null ? Key(EppKinds.Invoice, written) : written,
        NumberRule.WithoutKind => KindOf(written) is { } kind ? Bare(kind, written) : written,
        _ => written,
    };

    /// <summary>The key under which dictionaries speak of a document: kind, space, number.</summary>
    public static string Key(string kind, string written) => HasKind(kind, written) ? written : kind + " " + written;

    private static NumberRule RuleOf(string program)
    {
        if (program.Contains("Fakturownia", StringComparison.OrdinalIgnoreCase))
        {
            return NumberRule.WithoutKind;
        }

        var ofInsert = program.Contains("Subiekt", StringComparison.OrdinalIgnoreCase) || program.Contains("InsERT", StringComparison.OrdinalIgnoreCase)
            || program.Contains("Navireo", StringComparison.OrdinalIgnoreCase);
        return ofInsert ? NumberRule.WithKind : NumberRule.ByProgram;
    }

    private static string Bare(string kind, string written) => HasKind(kind, written) ? written[(kind.Length + 1)..].TrimStart() : written;

    private static bool HasKind(string kind, string written) => written.StartsWith(kind + " ", StringComparison.Ordinal);

    private static string? KindOf(string written) => EppKinds.Known.FirstOrDefault(kind => HasKind(kind, written));
}
