using System.Text.RegularExpressions;

namespace Ksef.Mapping.Optima;

/// <summary>The parties of a document: the payer is the buyer, a recipient that differs from it is a third party.</summary>
internal static partial class OptimaParties
{
    private const string Payer = "PLATNIK";
    private const string Recipient = "ODBIORCA";
    private const string Seller = "SPRZEDAWCA";

    /// <summary>Fills in the parties.</summary>
    public static void Write(OptimaFields fields, DataRow head, ICollection<DataRow> rows)
    {
        head.Set(SellerFields.Nip, DataValue.OfText(Bare(fields.Text(Seller + "/NIP")), fields.At(Seller + "/NIP")));
        WriteAccount(fields, head);
        fields.CopyText(Payer + "/NAZWA", head, BuyerFields.Name);
        fields.CopyText(Payer + "/KOD", head, BuyerFields.CustomerNumber);
        fields.CopyText(Payer + "/GLN", head, BuyerFields.Gln);
        fields.CopyText(Payer + "/ADRES/ULICA", head, BuyerFields.Street);
        fields.CopyText(Payer + "/ADRES/KOD_POCZTOWY", head, BuyerFields.Postcode);
        fields.CopyText(Payer + "/ADRES/MIASTO", head, BuyerFields.City);
        head.Set(BuyerFields.Country, Country(fields, Payer));
        WriteNumber(fields, head);
        WriteRecipient(fields, rows);
    }

    private static void WriteNumber(OptimaFields fields, DataRow head)
    {
        var (number, country) = (Bare(fields.Text(Payer + "/NIP")), fields.Text(Payer + "/NIP_KRAJ").ToUpperInvariant());
        var place = fields.At(Payer + "/NIP");
        if (number.Length == 0)
        {
            head.Set(BuyerFields.NoId, DataValue.OfFlag(true, fields.Place));
        }
        else if (country is "" or "PL")
        {
            head.Set(BuyerFields.TaxNumber, DataValue.OfText(number, place));
        }
        else
        {
            head.Set(BuyerFields.TaxNumber, DataValue.OfText(number.StartsWith(country, StringComparison.OrdinalIgnoreCase) ? number : country + number, place));
        }
    }

    private static void WriteRecipient(OptimaFields fields, ICollection<DataRow> rows)
    {
        var same = fields.Text(Recipient + "/NAZWA").Length == 0
            || (fields.Text(Recipient + "/NAZWA") == fields.Text(Payer + "/NAZWA") && Bare(fields.Text(Recipient + "/NIP")) == Bare(fields.Text(Payer + "/NIP")));
        if (same)
        {
            return;
        }

        var row = new DataRow(FieldLevel.Party, fields.At(Recipient));
        row.Set(PartyFields.Role, DataValue.OfText("odbiorca", fields.At(Recipient)));
        row.Set(PartyFields.TaxNumber, DataValue.OfText(Bare(fields.Text(Recipient + "/NIP")), fields.At(Recipient + "/NIP")));
        fields.CopyText(Recipient + "/NAZWA", row, PartyFields.Name);
        fields.CopyText(Recipient + "/ADRES/ULICA", row, PartyFields.Street);
        fields.CopyText(Recipient + "/ADRES/KOD_POCZTOWY", row, PartyFields.Postcode);
        fields.CopyText(Recipient + "/ADRES/MIASTO", row, PartyFields.City);
        row.Set(PartyFields.Country, Country(fields, Recipient));
        rows.Add(row);
    }

    /// <summary>The country in a word, or that of the tax number.</summary>
    private static DataValue Country(OptimaFields fields, string party)
    {
        var word = fields.Text(party + "/ADRES/KRAJ");
        var path = word.Length > 0 ? party + "/ADRES/KRAJ" : party + "/NIP_KRAJ";
        var country = word.Length > 0 ? word : fields.Text(path);
        return DataValue.OfText(country.Equals("Polska", StringComparison.OrdinalIgnoreCase) ? "PL" : country == "EL" ? "GR" : country, fields.At(path));
    }

    /// <summary>Some programs write the currency behind the account.</summary>
    private static void WriteAccount(OptimaFields fields, DataRow head)
    {
        var account = CurrencyBehind().Replace(fields.Text(Seller + "/NUMER_KONTA_BANKOWEGO"), string.Empty);
        head.Set(PaymentFields.Account, DataValue.OfText(account, fields.At(Seller + "/NUMER_KONTA_BANKOWEGO")));
        fields.CopyText(Seller + "/NAZWA_BANKU", head, PaymentFields.BankName);
    }

    private static string Bare(string number) => string.Concat(number.Where(character => character is not ('-' or ' ' or '.')));

    [GeneratedRegex(@"\s+[A-Z]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyBehind();
}
