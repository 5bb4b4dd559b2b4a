namespace Ksef.Mapping;

/// <summary>What the file says of the seller. It finds the company and is compared with its profile, which is what the invoice shows.</summary>
public static class SellerFields
{
    /// <summary>NIP of the seller.</summary>
    public static readonly SimpleField Nip = new(FieldLevel.Invoice, FieldKind.Nip, "sprzedawca_nip", "seller_nip", "Podmiot1/NIP",
        "NIP sprzedawcy.", "NIP of the seller.");

    /// <summary>Name of the seller.</summary>
    public static readonly SimpleField Name = new(FieldLevel.Invoice, FieldKind.Text, "sprzedawca_nazwa", "seller_name", "Podmiot1/Nazwa",
        "Nazwa sprzedawcy.", "Name of the seller.");

    /// <summary>Address of the seller, first line.</summary>
    public static readonly SimpleField Address1 = new(FieldLevel.Invoice, FieldKind.Text, "sprzedawca_adres_1", "seller_address_1", "Podmiot1/Adres/AdresL1",
        "Adres sprzedawcy, pierwszy wiersz.", "Address of the seller, first line.");

    /// <summary>Address of the seller, second line.</summary>
    public static readonly SimpleField Address2 = new(FieldLevel.Invoice, FieldKind.Text, "sprzedawca_adres_2", "seller_address_2", "Podmiot1/Adres/AdresL2",
        "Adres sprzedawcy, drugi wiersz.", "Address of the seller, second line.");

    /// <summary>Whether the seller's NIP has the prefix PL; by default it follows from the rates.</summary>
    public static readonly SimpleField EuPrefix = new(FieldLevel.Invoice, FieldKind.Flag, "sprzedawca_prefiks_ue", "seller_eu_prefix", "PrefiksPodatnika",
        "Czy podać prefiks PL przy NIP sprzedawcy; domyślnie wynika ze stawek.", "Whether the seller's NIP has the prefix PL; by default it follows from the rates.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Nip, Name, Address1, Address2, EuPrefix,
    ];
}
