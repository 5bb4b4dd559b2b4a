namespace Ksef.Mapping.Epp;

/// <summary>What the dictionary says of a contractor today; the header of a document says what held at its issue.</summary>
internal sealed record EppContractor(EppRecord Record)
{
    public static readonly EppPosition Code = new(2, "kod kontrahenta");
    public static readonly EppPosition ShortName = new(3, "nazwa skrócona");
    public static readonly EppPosition Name = new(4, "nazwa pełna");
    public static readonly EppPosition City = new(5, "miasto");
    public static readonly EppPosition Postcode = new(6, "kod pocztowy");
    public static readonly EppPosition Street = new(7, "ulica i numer");
    public static readonly EppPosition TaxNumber = new(8, "NIP");
    public static readonly EppPosition Country = new(28, "państwo");
    public static readonly EppPosition CountryPrefix = new(29, "prefiks państwa UE");
    public static readonly EppPosition EuPayer = new(30, "kontrahent jest unijny");
    public static readonly EppPosition IsoCode = new(31, "kod ISO państwa");
}
