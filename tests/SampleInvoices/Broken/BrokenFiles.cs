using System.Text;
using static SampleInvoices.Broken.SampleText;

namespace SampleInvoices.Broken;

/// <summary>Files that fail before anybody asks which invoice they hold.</summary>
internal static class BrokenFiles
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private static readonly string Valid = Of(new SampleInvoice());

    public static IReadOnlyList<BrokenInvoice> All { get; } =
    [
        new("empty", "KSF-1001", []),
        new("white space only", "KSF-1001", Bytes(" \r\n\t\n")),
        new("declaration only", "KSF-1001", Bytes(Declaration)),
        new("over 1 MB without attachment", "KSF-1002", Bytes(Valid.Replace("</Faktura>", $"<!--{new string('x', 1_000_000)}--></Faktura>", StringComparison.Ordinal))),
        new("over 3 MB", "KSF-1003", Bytes(Valid + new string(' ', 3_000_000))),
        new("byte order mark", "KSF-1004", [0xEF, 0xBB, 0xBF, .. Bytes(Valid)]),
        new("bytes that are no UTF-8", "KSF-1005", Latin2(Valid)),
        new("windows-1250", "KSF-1006", Latin2(Valid.Replace("utf-8", "windows-1250", StringComparison.Ordinal))),
        new("UTF-8 that claims to be ASCII", "KSF-1006", Bytes(Valid.Replace("utf-8", "us-ascii", StringComparison.Ordinal))),
        new("UTF-16", "KSF-1007", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Valid)]),
        new("UTF-32 without a mark", "KSF-1007", Encoding.UTF32.GetBytes(Valid)),
        new("a PDF", "KSF-1008", Bytes("%PDF-1.7\n1 0 obj")),
        new("a ZIP by another name", "KSF-1008", SampleArchive.Zip([("faktura.xml", Bytes(Valid))])),
        new("JSON", "KSF-1008", Bytes("{\"faktura\": 1}")),
        new("plain text", "KSF-1008", Bytes("Faktura nr 1")),
        new("cut in the middle", "KSF-1009", Bytes(Valid)[..(Valid.Length / 2)]),
        new("cut inside a comment", "KSF-1009", Bytes(Declaration + "<!-- nigdy")),
        new("attribute without quotes", "KSF-1010", Bytes(Valid.Replace("wersjaSchemy=\"1-0E\"", "wersjaSchemy=1-0E", StringComparison.Ordinal))),
        new("closing tag too many", "KSF-1010", Bytes(Valid + "</Faktura>")),
        new("tags that do not match", "KSF-1011", Bytes(Valid.Replace("</P_2>", "</P_1>", StringComparison.Ordinal))),
        new("bare ampersand", "KSF-1012", Bytes(Valid.Replace("Piekarnia", "Piekarnia & Synowie", StringComparison.Ordinal))),
        new("HTML entity", "KSF-1013", Bytes(Valid.Replace("Piekarnia ", "Piekarnia&nbsp;", StringComparison.Ordinal))),
        new("DOCTYPE", "KSF-1014", WithDocumentType("<!DOCTYPE Faktura>", string.Empty)),
        new("entity bomb", "KSF-1014", WithDocumentType(Bomb(), "&l9;")),
        new("external entity", "KSF-1014", WithDocumentType("<!DOCTYPE Faktura [<!ENTITY plik SYSTEM \"file:///etc/hostname\">]>", "&plik;")),
        new("external DTD", "KSF-1014", WithDocumentType("<!DOCTYPE Faktura SYSTEM \"http://127.0.0.1:9/faktura.dtd\">", string.Empty)),
        new("processing instruction", "KSF-1015", Bytes(Valid.Replace(Declaration, Declaration + "<?xml-stylesheet href=\"faktura.xsl\"?>", StringComparison.Ordinal))),
        new("discouraged character", "KSF-1016", Bytes(Valid.Replace("Piekarnia", "Op\u0142ata\u0082", StringComparison.Ordinal))),
        new("discouraged character outside the basic plane", "KSF-1016", Bytes(Valid.Replace("Piekarnia", "\U0001FFFE", StringComparison.Ordinal))),
        new("discouraged character by reference", "KSF-1016", Bytes(Valid.Replace("Piekarnia", "&#x81;", StringComparison.Ordinal))),
        new("control character", "KSF-1017", Bytes(Valid.Replace("Piekarnia", "Piekarnia\u0003", StringComparison.Ordinal))),
        new("control character by reference", "KSF-1017", Bytes(Valid.Replace("Piekarnia", "&#3;", StringComparison.Ordinal))),
        new("declaration without version", "KSF-1018", Bytes(Valid.Replace(Declaration, "<?xml encoding=\"UTF-8\"?>", StringComparison.Ordinal))),
        new("XML 1.1", "KSF-1018", Bytes(Valid.Replace("version=\"1.0\"", "version=\"1.1\"", StringComparison.Ordinal))),
        new("blank line before the declaration", "KSF-1018", Bytes("\n" + Valid)),
        new("HTML page", "KSF-1020", Bytes("<!DOCTYPE html><html><head><title>Zaloguj</title></head><body></body></html>")),
        new("UTF-8 by another name", "KSF-1021", Bytes(Valid.Replace("encoding=\"utf-8\"", "encoding=\"utf8\"", StringComparison.Ordinal))),
        new("bare less-than sign", "KSF-1022", Bytes(Valid.Replace("Piekarnia", "Rury <50 mm", StringComparison.Ordinal))),
        new("two roots", "KSF-1023", Bytes(Valid + "<Faktura/>")),
        new("two documents", "KSF-1023", Bytes(Valid + Valid)),
        new("text after the end", "KSF-1024", Bytes(Valid + "Wydrukowano")),
        Edit("parties nested without end", "KSF-1019", new SampleInvoice { Schema = SampleSchema.Pef3 }, ("</cac:Party>", NestedParties() + "</cac:Party>")),
    ];

    /// <summary>The UBL schema lets a party have an agent that is a party, and so on.</summary>
    private static string NestedParties() =>
        string.Concat(Enumerable.Repeat("<cac:AgentParty>", 20_000)) + string.Concat(Enumerable.Repeat("</cac:AgentParty>", 20_000));

    /// <summary>Polish letters as the Windows code page writes them, which are no UTF-8.</summary>
    private static byte[] Latin2(string text) => [.. text.Select(character => character < 0x80 ? (byte)character : (byte)0xB3)];

    private static byte[] WithDocumentType(string documentType, string reference) => Bytes(Valid
        .Replace(Declaration, Declaration + documentType, StringComparison.Ordinal)
        .Replace("Piekarnia", reference + "Piekarnia", StringComparison.Ordinal));

    /// <summary>Ten entities, each ten times the one before: ten billion characters from a kilobyte.</summary>
    private static string Bomb()
    {
        var entities = Enumerable.Range(1, 9).Select(level => $"<!ENTITY l{level} \"{string.Concat(Enumerable.Repeat($"&l{level - 1};", 10))}\">");
        return $"<!DOCTYPE Faktura [<!ENTITY l0 \"ha ha ha ha\">{string.Concat(entities)}]>";
    }
}
