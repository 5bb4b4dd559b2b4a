namespace Ksef.Mapping;

/// <summary>The buyer (Podmiot2).</summary>
public static class BuyerFields
{
    /// <summary>Tax number of the buyer of any kind: NIP, EU VAT number with its country, or another.</summary>
    public static readonly SimpleField TaxNumber = new(FieldLevel.Invoice, FieldKind.TaxNumber, "nabywca_numer_podatkowy", "buyer_tax_number", "Podmiot2/NIP",
        "Numer podatkowy nabywcy dowolnego rodzaju: NIP, numer VAT UE z kodem kraju albo inny.", "Tax number of the buyer of any kind: NIP, EU VAT number with its country, or another.");

    /// <summary>NIP of the buyer.</summary>
    public static readonly SimpleField Nip = new(FieldLevel.Invoice, FieldKind.Nip, "nabywca_nip", "buyer_nip", "Podmiot2/NIP",
        "NIP nabywcy.", "NIP of the buyer.");

    /// <summary>EU VAT number of the buyer, with its country or without.</summary>
    public static readonly SimpleField EuNumber = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_nr_vat_ue", "buyer_eu_vat_number", "Podmiot2/NrVatUE",
        "Numer VAT UE nabywcy, z kodem kraju lub bez.", "EU VAT number of the buyer, with its country or without.");

    /// <summary>Country of the buyer's EU VAT number.</summary>
    public static readonly SimpleField EuCountry = new(FieldLevel.Invoice, FieldKind.Country, "nabywca_kod_ue", "buyer_eu_country", "Podmiot2/KodUE",
        "Kod kraju numeru VAT UE nabywcy.", "Country of the buyer's EU VAT number.");

    /// <summary>Another tax identifier of the buyer (outside the EU).</summary>
    public static readonly SimpleField OtherId = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_nr_id", "buyer_other_id", "Podmiot2/NrID",
        "Inny identyfikator podatkowy nabywcy (spoza UE).", "Another tax identifier of the buyer (outside the EU).");

    /// <summary>Country that gave the other identifier.</summary>
    public static readonly SimpleField OtherIdCountry = new(FieldLevel.Invoice, FieldKind.Country, "nabywca_kod_kraju_id", "buyer_other_id_country", "Podmiot2/KodKraju",
        "Kraj, który nadał inny identyfikator.", "Country that gave the other identifier.");

    /// <summary>The buyer has no tax identifier (consumer).</summary>
    public static readonly SimpleField NoId = new(FieldLevel.Invoice, FieldKind.Flag, "nabywca_bez_numeru", "buyer_without_number", "Podmiot2/BrakID",
        "Nabywca nie ma identyfikatora podatkowego (konsument).", "The buyer has no tax identifier (consumer).");

    /// <summary>Name of the buyer.</summary>
    public static readonly SimpleField Name = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_nazwa", "buyer_name", "Podmiot2/Nazwa",
        "Nazwa albo imię i nazwisko nabywcy.", "Name of the buyer.");

    /// <summary>Address, first line; or street, postcode and city.</summary>
    public static readonly SimpleField Address1 = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_adres_1", "buyer_address_1", "Podmiot2/Adres/AdresL1",
        "Adres, pierwszy wiersz; albo pola ulica, kod pocztowy i miejscowość.", "Address, first line; or street, postcode and city.");

    /// <summary>Address, second line.</summary>
    public static readonly SimpleField Address2 = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_adres_2", "buyer_address_2", "Podmiot2/Adres/AdresL2",
        "Adres, drugi wiersz.", "Address, second line.");

    /// <summary>Street and number.</summary>
    public static readonly SimpleField Street = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_ulica", "buyer_street", "Podmiot2/Adres/AdresL1",
        "Ulica i numer.", "Street and number.");

    /// <summary>Postcode.</summary>
    public static readonly SimpleField Postcode = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_kod_pocztowy", "buyer_postcode", "Podmiot2/Adres/AdresL2",
        "Kod pocztowy.", "Postcode.");

    /// <summary>City.</summary>
    public static readonly SimpleField City = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_miejscowosc", "buyer_city", "Podmiot2/Adres/AdresL2",
        "Miejscowość.", "City.");

    /// <summary>Country, two letters.</summary>
    public static readonly SimpleField Country = new(FieldLevel.Invoice, FieldKind.Country, "nabywca_kraj", "buyer_country", "Podmiot2/Adres/KodKraju",
        "Kraj, dwie litery.", "Country, two letters.");

    /// <summary>GLN of the buyer.</summary>
    public static readonly SimpleField Gln = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_gln", "buyer_gln", "Podmiot2/Adres/GLN",
        "Numer GLN nabywcy.", "GLN of the buyer.");

    /// <summary>E-mail address of the buyer.</summary>
    public static readonly SimpleField Email = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_email", "buyer_email", "Podmiot2/Email",
        "Adres e-mail nabywcy.", "E-mail address of the buyer.");

    /// <summary>Telephone of the buyer.</summary>
    public static readonly SimpleField Phone = new(FieldLevel.Invoice, FieldKind.Text, "nabywca_telefon", "buyer_phone", "Podmiot2/Telefon",
        "Telefon nabywcy.", "Telephone of the buyer.");

    /// <summary>Number of the customer in contracts or orders.</summary>
    public static readonly SimpleField CustomerNumber = new(FieldLevel.Invoice, FieldKind.Text, "numer_klienta", "customer_number", "Podmiot2/NrKlienta",
        "Numer klienta w umowach lub zamówieniach.", "Number of the customer in contracts or orders.");

    /// <summary>The invoice is for a unit of a local government.</summary>
    public static readonly SimpleField Jst = new(FieldLevel.Invoice, FieldKind.Flag, "jst", "local_government_unit", "Podmiot2/JST",
        "Faktura dotyczy jednostki podrzędnej samorządu.", "The invoice is for a unit of a local government.");

    /// <summary>The invoice is for a member of a VAT group.</summary>
    public static readonly SimpleField Gv = new(FieldLevel.Invoice, FieldKind.Flag, "gv", "vat_group_member", "Podmiot2/GV",
        "Faktura dotyczy członka grupy VAT.", "The invoice is for a member of a VAT group.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        TaxNumber, Nip, EuNumber, EuCountry, OtherId, OtherIdCountry, NoId, Name, Address1, Address2, Street, Postcode, City, Country, Gln, Email,
        Phone, CustomerNumber, Jst, Gv,
    ];
}
