namespace Ksef.Invoices.Structure;

/// <summary>Values from a file as findings quote them: short and on one line.</summary>
internal static class Quote
{
    private const int Limit = 60;

    /// <summary>A namespace; its absence in words.</summary>
    public static Words Namespace(string value) => value.Length == 0 ? new Words("brak", "none") : Of(value);

    public static string Of(string value)
    {
        var line = string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length <= Limit ? line : string.Concat(line.AsSpan(0, Limit), "…");
    }
}
