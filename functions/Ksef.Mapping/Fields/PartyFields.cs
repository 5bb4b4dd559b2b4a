namespace Ksef.Mapping;

/// <summary>A third party (Podmiot3).</summary>
public static class PartyFields
{
    /// <summary>Role: factor, recipient, original entity, additional buyer, issuer, payer, jst issuer, jst recipient, gv issuer, gv recipient, employee; recipient when not given. Another word describes another role. In a correction of the buyer's data: buyer before correction (Podmiot2K).</summary>
    public static readonly SimpleField Role = new(FieldLevel.Party, FieldKind.Code, "podmiot_rola", "party_role", "Podmiot3/Rola",
        "Rola: faktor, odbiorca, podmiot pierwotny, dodatkowy nabywca, wystawca, płatnik, jst wystawca, jst odbiorca, gv wystawca, gv odbiorca, pracownik; domyślnie odbiorca. Inne słowo opisuje inną rolę. W korekcie danych nabywcy: nabywca przed korektą (Podmiot2K).", "Role: factor, recipient, original entity, additional buyer, issuer, payer, jst issuer, jst recipient, gv issuer, gv recipient, employee; recipient when not given. Another word describes another role. In a correction of the buyer's data: buyer before correction (Podmiot2K).");

    /// <summary>Tax number of any kind.</summary>
    public static readonly SimpleField TaxNumber = new(FieldLevel.Party, FieldKind.TaxNumber, "podmiot_numer_podatkowy", "party_tax_number", "Podmiot3/NIP",
        "Numer podatkowy dowolnego rodzaju.", "Tax number of any kind.");

    /// <summary>NIP of the party.</summary>
    public static readonly SimpleField Nip = new(FieldLevel.Party, FieldKind.Nip, "podmiot_nip", "party_nip", "Podmiot3/NIP",
        "NIP podmiotu.", "NIP of the party.");

    /// <summary>Internal identifier from KSeF (a NIP and five digits).</summary>
    public static readonly SimpleField InternalId = new(FieldLevel.Party, FieldKind.Text, "podmiot_id_wewnetrzny", "party_internal_id", "Podmiot3/IDWew",
        "Identyfikator wewnętrzny z KSeF (NIP i pięć cyfr).", "Internal identifier from KSeF (a NIP and five digits).");

    /// <summary>Name of the party.</summary>
    public static readonly SimpleField Name = new(FieldLevel.Party, FieldKind.Text, "podmiot_nazwa", "party_name", "Podmiot3/Nazwa",
        "Nazwa podmiotu.", "Name of the party.");

    /// <summary>Address, first line; or street, postcode and city.</summary>
    public static readonly SimpleField Address1 = new(FieldLevel.Party, FieldKind.Text, "podmiot_adres_1", "party_address_1", "Podmiot3/Adres/AdresL1",
        "Adres, pierwszy wiersz; albo pola ulica, kod pocztowy i miejscowość.", "Address, first line; or street, postcode and city.");

    /// <summary>Address, second line.</summary>
    public static readonly SimpleField Address2 = new(FieldLevel.Party, FieldKind.Text, "podmiot_adres_2", "party_address_2", "Podmiot3/Adres/AdresL2",
        "Adres, drugi wiersz.", "Address, second line.");

    /// <summary>Street and number.</summary>
    public static readonly SimpleField Street = new(FieldLevel.Party, FieldKind.Text, "podmiot_ulica", "party_street", "Podmiot3/Adres/AdresL1",
        "Ulica i numer.", "Street and number.");

    /// <summary>Postcode.</summary>
    public static readonly SimpleField Postcode = new(FieldLevel.Party, FieldKind.Text, "podmiot_kod_pocztowy", "party_postcode", "Podmiot3/Adres/AdresL2",
        "Kod pocztowy.", "Postcode.");

    /// <summary>City.</summary>
    public static readonly SimpleField City = new(FieldLevel.Party, FieldKind.Text, "podmiot_miejscowosc", "party_city", "Podmiot3/Adres/AdresL2",
        "Miejscowość.", "City.");

    /// <summary>Country, two letters.</summary>
    public static readonly SimpleField Country = new(FieldLevel.Party, FieldKind.Country, "podmiot_kraj", "party_country", "Podmiot3/Adres/KodKraju",
        "Kraj, dwie litery.", "Country, two letters.");

    /// <summary>Share of an additional buyer in hundredths.</summary>
    public static readonly SimpleField Share = new(FieldLevel.Party, FieldKind.Percent, "podmiot_udzial", "party_share", "Podmiot3/Udzial",
        "Udział dodatkowego nabywcy w procentach.", "Share of an additional buyer in hundredths.");

    /// <summary>Number of the customer.</summary>
    public static readonly SimpleField CustomerNumber = new(FieldLevel.Party, FieldKind.Text, "podmiot_numer_klienta", "party_customer_number", "Podmiot3/NrKlienta",
        "Numer klienta.", "Number of the customer.");

    /// <summary>E-mail address of the party.</summary>
    public static readonly SimpleField Email = new(FieldLevel.Party, FieldKind.Text, "podmiot_email", "party_email", "Podmiot3/Email",
        "Adres e-mail podmiotu.", "E-mail address of the party.");

    /// <summary>Telephone of the party.</summary>
    public static readonly SimpleField Phone = new(FieldLevel.Party, FieldKind.Text, "podmiot_telefon", "party_phone", "Podmiot3/Telefon",
        "Telefon podmiotu.", "Telephone of the party.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Role, TaxNumber, Nip, InternalId, Name, Address1, Address2, Street, Postcode, City, Country, Email, Phone, Share, CustomerNumber,
    ];
}
