using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Writes Podmiot1, Podmiot2 and Podmiot3.</summary>
internal sealed class PartyWriter(Fa3Xml xml)
{
    public void Seller(CompanyProfile profile, string nip, bool hasEuPrefix) => xml.Group("Podmiot1", () =>
    {
        xml.Element("PrefiksPodatnika", hasEuPrefix ? "PL" : null);
        xml.Element("NrEORI", profile.Eori);
        xml.Group("DaneIdentyfikacyjne", () =>
        {
            xml.Element("NIP", nip);
            xml.Element("Nazwa", profile.Name);
        });
        Address(new SimpleAddress(profile.Country, profile.Address1!, profile.Address2));
        Contact(profile.Email, profile.Phone);
    });

    public void Buyer(SimpleInvoice invoice) => xml.Group("Podmiot2", () =>
    {
        Identity(invoice.Buyer);
        Address(invoice.Buyer.Address);
        Contact(invoice.Buyer.Email, invoice.Buyer.Phone);
        xml.Element("NrKlienta", invoice.Buyer.CustomerNumber);
        xml.Answer("JST", invoice.Jst == true);
        xml.Answer("GV", invoice.Gv == true);
    });

    /// <summary>The buyer as the corrected invoice has it.</summary>
    public void BuyerBefore(SimpleParty party) => xml.Group("Podmiot2K", () =>
    {
        Identity(party);
        Address(party.Address);
    });

    public void Other(SimpleParty party) => xml.Group("Podmiot3", () =>
    {
        Identity(party);
        Address(party.Address);
        Contact(party.Email, party.Phone);
        xml.Number("Rola", party.Role);
        xml.Mark("RolaInna", party.OtherRole is not null);
        xml.Element("OpisRoli", party.OtherRole);
        xml.Quantity("Udzial", party.Share);
        xml.Element("NrKlienta", party.CustomerNumber);
    });

    private void Identity(SimpleParty party) => xml.Group("DaneIdentyfikacyjne", () =>
    {
        var id = party.Id;
        switch (id.Kind)
        {
            case PartyIdKind.Nip:
                xml.Element("NIP", id.Number);
                break;
            case PartyIdKind.Internal:
                xml.Element("IDWew", id.Number);
                break;
            case PartyIdKind.Eu:
                xml.Element("KodUE", id.Country);
                xml.Element("NrVatUE", id.Number);
                break;
            case PartyIdKind.Other:
                xml.Element("KodKraju", id.Country);
                xml.Element("NrID", id.Number);
                break;
            default:
                xml.Mark("BrakID", true);
                break;
        }

        xml.Element("Nazwa", party.Name);
    });

    private void Address(SimpleAddress? address)
    {
        if (address is not null)
        {
            xml.Group("Adres", () =>
            {
                xml.Element("KodKraju", address.Country);
                xml.Element("AdresL1", address.Line1);
                xml.Element("AdresL2", address.Line2);
                xml.Element("GLN", address.Gln);
            });
        }
    }

    private void Contact(string? email, string? phone)
    {
        if (email is not null || phone is not null)
        {
            xml.Group("DaneKontaktowe", () =>
            {
                xml.Element("Email", email);
                xml.Element("Telefon", phone);
            });
        }
    }
}
