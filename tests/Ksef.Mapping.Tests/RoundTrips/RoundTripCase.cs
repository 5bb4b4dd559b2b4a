using System.Globalization;
using System.Xml.Linq;
using Ksef.Mapping.Tests.Documents;

namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>An invoice that is written in other formats and mapped back.</summary>
/// <param name="Name">Name of its file without the ending.</param>
/// <param name="Invoice">FA(3).</param>
internal sealed record RoundTripCase(string Name, XElement Invoice)
{
    private const string Folder = "tests/Ksef.Mapping.Tests/RoundTrips/";

    /// <summary>Our own invoices, one for each case that the Ministry's examples show, and one for a VAT group.</summary>
    public static IEnumerable<RoundTripCase> AllOwn => In(Repository.PathOf(Folder + "Cases"));

    /// <summary>Further ones, so that each field of the simple layout comes in some.</summary>
    public static IEnumerable<RoundTripCase> OfTheLayout => In(Repository.PathOf(Folder + "Simple/Cases"));

    public static IEnumerable<RoundTripCase> In(string folder) => Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(Load);

    /// <summary>The Ministry's examples have their number at the end; so have ours at the beginning.</summary>
    private static RoundTripCase Load(string path) => new(Path.GetFileNameWithoutExtension(path).Replace("FA_3_Przyklad_", string.Empty, StringComparison.Ordinal), XElement.Load(path));

    public static RoundTripCase Own(string name) => AllOwn.Concat(OfTheLayout).Single(original => original.Name == name);

    /// <summary>What the seller says of itself once: data of a company that all formats leave to the profile.</summary>
    public CompanyProfile Profile => new()
    {
        Nip = Nip,
        Name = Invoice.At("Podmiot1/DaneIdentyfikacyjne/Nazwa"),
        Address1 = Invoice.At("Podmiot1/Adres/AdresL1"),
        Address2 = Invoice.At("Podmiot1/Adres/AdresL2"),
        Email = Invoice.At("Podmiot1/DaneKontaktowe/Email"),
        Phone = Invoice.At("Podmiot1/DaneKontaktowe/Telefon"),
        Krs = Invoice.At("Stopka/Rejestry/KRS"),
        Regon = Invoice.At("Stopka/Rejestry/REGON"),
        Bdo = Invoice.At("Stopka/Rejestry/BDO"),
    };

    /// <summary>The same, and how the company is usually paid: what formats without payment leave to the profile.</summary>
    public CompanyProfile FullProfile => Profile with
    {
        IssuePlace = Invoice.Fa("P_1M"),
        Footer = Invoice.At("Stopka/Informacje/StopkaFaktury"),
        ExemptionAct = Invoice.Fa("Adnotacje/Zwolnienie/P_19A"),
        PaymentForm = Invoice.Fa("Platnosc/FormaPlatnosci"),
        PaymentDays = Invoice.Fa("Platnosc/TerminPlatnosci/Termin") is { } due ? Day(due).DayNumber - Day(Invoice.Fa("P_1")!).DayNumber : null,
        Accounts = Invoice.Fa("Platnosc/RachunekBankowy/NrRB") is { } account
            ? new Dictionary<string, BankAccount> { [Invoice.Fa("KodWaluty")!] = new(account, BankName: Invoice.Fa("Platnosc/RachunekBankowy/NazwaBanku"), Note: Invoice.Fa("Platnosc/RachunekBankowy/OpisRachunku")) }
            : [],
    };

    public string Nip => Invoice.At("Podmiot1/DaneIdentyfikacyjne/NIP")!;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() => Name;
}
