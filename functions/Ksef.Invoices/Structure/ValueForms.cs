namespace Ksef.Invoices.Structure;

/// <summary>The form that a type's pattern demands, in words.</summary>
internal static class ValueForms
{
    private static readonly Dictionary<string, Words> Forms = new()
    {
        ["TAdresEmail"] = new("adres e-mail ze znakiem @", "an e-mail address with an @"),
        ["TNumerKSeF"] = new("numer KSeF z 35 znaków, na przykład 9999999999-20260101-0100001AF629-AF", "a KSeF number of 35 characters, such as 9999999999-20260101-0100001AF629-AF"),
        ["TNIPIdWew"] = new("NIP, łącznik i 5 cyfr", "a NIP, a dash and 5 digits"),
        ["TNrVatUE"] = new("do 12 znaków bez przedrostka kraju: cyfry, wielkie litery, + i *, bez spacji i kresek", "up to 12 characters without the country prefix: digits, capitals, + and *, no spaces or dashes"),
        ["SWIFT_Type"] = new("8 lub 11 znaków: sześć wielkich liter, potem wielkie litery i cyfry", "8 or 11 characters: six capitals, then capitals and digits"),
        ["TNrREGON"] = new("9 lub 14 cyfr", "9 or 14 digits"),
        ["TNrKRS"] = new("10 cyfr", "10 digits"),
    };

    public static Words Of(Facets facets) => Forms.Keys.FirstOrDefault(facets.TypeNames.Contains) is { } type
        ? new Words($" Wymagana postać: {Forms[type].Pl}.", $" It must be {Forms[type].En}.")
        : string.Empty;
}
