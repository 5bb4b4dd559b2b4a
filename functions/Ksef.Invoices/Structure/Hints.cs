namespace Ksef.Invoices.Structure;

/// <summary>Questions that follow a sentence: what was probably meant.</summary>
internal static class Hints
{
    public static Words None => string.Empty;

    public static Words Meant(Words value) => new($" Czy chodzi o {value.Pl}?", $" Is {value.En} meant?");
}
