using Ksef.Invoices;

namespace Ksef.Mapping.Epp;

/// <summary>The kinds of documents. Source: InsERT, "Struktura danych EDI++" 1.11, tables 3 and 9, section 1.3.5.</summary>
internal static class EppKinds
{
    public const string Invoice = "FS";
    public const string Correction = "KFS";

    /// <summary>Position of the full number in the header of documents of cash and bank, whose headers are shorter.</summary>
    public const int NumberOfMoney = 4;

    private static readonly Words Receipt = new("paragon nie jest fakturą", "a receipt is no invoice");
    private static readonly Words Purchase = new("to dokument zakupu", "it is a purchase");
    private static readonly Words Bill = new("rachunku nie wysyła się do KSeF", "a bill is not sent to KSeF");
    private static readonly Words Stock = new("to dokument magazynowy", "it is a stock document");
    private static readonly Words Order = new("to zamówienie", "it is an order");
    private static readonly Words Internal = new("to dokument wewnętrzny", "it is an internal document");
    private static readonly Words Money = new("to dokument kasowy lub bankowy", "it is a document of cash or bank");
    private static readonly Words Fiscal = new("to raport lub zestawienie fiskalne", "it is a fiscal report");
    private static readonly Words Settlement = new("to dokument rozliczeniowy", "it is a settlement document");
    private static readonly Words Margin = new("faktury marży EPP przenosi tylko jako sumy", "EPP carries margin invoices only as sums");
    private static readonly Words Unknown = new("tego rodzaju dokumentu nie znamy", "this kind of document is not known here");

    private static readonly Dictionary<string, Words> LeftOut = new()
    {
        ["PA"] = Receipt,
        ["ZW"] = Receipt,
        ["FZ"] = Purchase,
        ["KFZ"] = Purchase,
        ["FR"] = Purchase,
        ["RZ"] = Purchase,
        ["KRZ"] = Purchase,
        ["RS"] = Bill,
        ["KRS"] = Bill,
        ["PZ"] = Stock,
        ["WZ"] = Stock,
        ["VPZ"] = Stock,
        ["VWZ"] = Stock,
        ["PW"] = Stock,
        ["RW"] = Stock,
        ["MMW"] = Stock,
        ["ZD"] = Order,
        ["ZK"] = Order,
        ["FWN"] = Internal,
        ["FWO"] = Internal,
        ["KWN"] = Internal,
        ["KWO"] = Internal,
        ["KP"] = Money,
        ["KW"] = Money,
        ["BP"] = Money,
        ["BW"] = Money,
        ["RLS"] = Settlement,
        ["RLZ"] = Settlement,
        ["RF"] = Fiscal,
        ["PRF"] = Fiscal,
        ["NZ"] = Fiscal,
        ["FM"] = Margin,
        ["KFM"] = Margin,
    };

    /// <summary>Every kind that the format has.</summary>
    public static IReadOnlyList<string> Known { get; } = [Invoice, Correction, .. LeftOut.Keys];

    /// <summary>Whether a document of this kind is an invoice for KSeF.</summary>
    public static bool IsInvoice(string kind) => kind is Invoice or Correction;

    /// <summary>Why documents of this kind are left out.</summary>
    public static Words ReasonOf(string kind) => LeftOut.GetValueOrDefault(kind, Unknown);
}
