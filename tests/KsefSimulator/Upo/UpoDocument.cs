using System.Text;
using Ksef.Invoices;
using KsefSimulator.Identity;
using KsefSimulator.Invoices;
using KsefSimulator.Logins;
using KsefSimulator.Sessions;
using KsefSimulator.Time;

namespace KsefSimulator.Upo;

/// <summary>
/// Writes the text of a UPO (schema upo-v4-3) in canonical form: no declaration, no self-closed elements, canonical escapes. What is hashed and
/// signed is then what is sent, with no canonicalization in between.
/// </summary>
internal static class UpoDocument
{
    public const string Namespace = "http://upo.schematy.mf.gov.pl/KSeF/v4-3";
    public const string EndTag = "</Potwierdzenie>";
    private const string Receiver = "Ministerstwo Finansów";

    public static string Write(Session session, AuthenticationOperation login, IReadOnlyList<SubmittedInvoice> invoices, UpoRange? range)
    {
        var text = new StringBuilder(1024 + (invoices.Count * 512));
        text.Append("<Potwierdzenie xmlns=\"").Append(Namespace).Append("\">");
        Element(text, "NazwaPodmiotuPrzyjmujacego", Receiver);
        Element(text, "NumerReferencyjnySesji", session.ReferenceNumber);
        Authentication(text, session, login);
        if (range is not null)
        {
            Range(text, range);
        }

        var schema = InvoiceSchema.All.First(known => known.SystemCode == session.SystemCode);
        Element(text, "NazwaStrukturyLogicznej", $"Schemat_{schema.Name}_v{schema.SchemaVersion}.xsd");
        Element(text, "KodFormularza", schema.SystemCode);
        foreach (var invoice in invoices)
        {
            Document(text, invoice);
        }

        return text.Append(EndTag).ToString();
    }

    private static void Authentication(StringBuilder text, Session session, AuthenticationOperation login)
    {
        var context = session.Context.Type switch
        {
            ContextIdentifier.InternalIdType => "IdWewnetrzny",
            ContextIdentifier.NipVatUeType => "IdZlozonyVatUE",
            ContextIdentifier.PeppolIdType => "IdDostawcyUslugPeppol",
            _ => "Nip",
        };
        text.Append("<Uwierzytelnienie><IdKontekstu>");
        Element(text, context, session.Context.Value);
        text.Append("</IdKontekstu>");
        Element(text, login.TokenReference is null ? "SkrotDokumentuUwierzytelniajacego" : "NumerReferencyjnyTokenaKSeF", login.TokenReference ?? login.DocumentHash ?? string.Empty);
        text.Append("</Uwierzytelnienie>");
    }

    private static void Range(StringBuilder text, UpoRange range)
    {
        text.Append("<OpisPotwierdzenia>");
        Element(text, "Strona", range.Page);
        Element(text, "LiczbaStron", range.Pages);
        Element(text, "ZakresDokumentowOd", range.From);
        Element(text, "ZakresDokumentowDo", range.To);
        Element(text, "CalkowitaLiczbaDokumentow", range.Total);
        text.Append("</OpisPotwierdzenia>");
    }

    private static void Document(StringBuilder text, SubmittedInvoice invoice)
    {
        var facts = invoice.Facts!;
        text.Append("<Dokument>");
        Element(text, "NipSprzedawcy", facts.SellerNip);
        Element(text, "NumerKSeFDokumentu", invoice.KsefNumber!);
        Element(text, "NumerFaktury", facts.Number);
        Element(text, "DataWystawieniaFaktury", $"{facts.IssueDate:yyyy-MM-dd}");
        Element(text, "DataPrzeslaniaDokumentu", $"{invoice.InvoicingDate.InWarsaw():yyyy-MM-ddTHH:mm:ss.fffzzz}");
        Element(text, "DataNadaniaNumeruKSeF", $"{invoice.VisibleAt.InWarsaw():yyyy-MM-ddTHH:mm:ss.fffzzz}");
        Element(text, "SkrotDokumentu", invoice.Hash);
        Element(text, "TrybWysylki", invoice.Mode);
        text.Append("</Dokument>");
    }

    private static void Element(StringBuilder text, string name, int value) => text.Append('<').Append(name).Append('>').Append(value).Append("</").Append(name).Append('>');

    private static void Element(StringBuilder text, string name, string value)
    {
        text.Append('<').Append(name).Append('>');
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '\r' => text.Append("&#xD;"),
                _ => text.Append(character),
            };
        }

        text.Append("</").Append(name).Append('>');
    }
}
