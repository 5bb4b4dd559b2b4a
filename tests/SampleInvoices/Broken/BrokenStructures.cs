using static SampleInvoices.Broken.SampleText;

namespace SampleInvoices.Broken;

/// <summary>Well-formed files that break their schema, or have none that KSeF knows.</summary>
internal static class BrokenStructures
{
    private const string Fa3 = "http://crd.gov.pl/wzor/2025/06/25/13775/";
    private const string BuyerNip = $"<NIP>{SampleNips.Buyer}</NIP>";

    public static IReadOnlyList<BrokenInvoice> All { get; } =
    [
        Edit("unknown schema", "KSF-1101", (Fa3, "http://example.invalid/faktura"), ("kodSystemowy", "kod")),
        new("no namespace", "KSF-1101", Bytes("<faktura><numer>1</numer></faktura>")),
        Edit("form code of another schema", "KSF-1102", ("kodSystemowy=\"FA (3)\"", "kodSystemowy=\"FA (2)\"")),
        Edit("namespace of a draft", "KSF-1103", (Fa3, "http://crd.gov.pl/wzor/2025/02/14/02141/")),
        Edit("root in capitals", "KSF-1106", ("<Faktura ", "<FAKTURA "), ("</Faktura>", "</FAKTURA>")),
        Edit("invoice in an envelope", "KSF-1107", ("<Faktura ", "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><Faktura "), ("</Faktura>", "</Faktura></s:Body></s:Envelope>")),
        Edit("two invoices in one element", "KSF-1108", ("<Faktura ", $"<Faktury><Faktura xmlns=\"{Fa3}\"/><Faktura "), ("</Faktura>", "</Faktura></Faktury>")),
        Edit("P_15 missing", "KSF-1201", ("<P_15>3114.38</P_15>", string.Empty)),
        Edit("P_1 missing", "KSF-1201", ("<P_1>2026-02-02</P_1>", string.Empty)),
        Edit("tax of a rate missing", "KSF-1201", ("<P_14_1>27.60</P_14_1>", string.Empty)),
        Edit("last field missing", "KSF-1201", ("<GV>2</GV>", string.Empty)),
        Edit("no identifier of the buyer", "KSF-1202", (BuyerNip, string.Empty)),
        Edit("optional field too late", "KSF-1203", ("<P_1M>Olsztyn</P_1M>", string.Empty), ("</P_2>", "</P_2><P_1M>Olsztyn</P_1M>")),
        Edit("required field too late", "KSF-1203", ("<P_1>2026-02-02</P_1>", string.Empty), ("</P_2>", "</P_2><P_1>2026-02-02</P_1>")),
        Edit("invented field", "KSF-1204", ("<P_2>", "<NumerWewnetrzny>7</NumerWewnetrzny><P_2>")),
        Edit("field twice", "KSF-1205", ("<P_1M>Olsztyn</P_1M>", "<P_1M>Olsztyn</P_1M><P_1M>Gdynia</P_1M>")),
        Edit("field in no namespace", "KSF-1206", ("<P_2>", "<P_2 xmlns=\"\">")),
        Edit("two identifiers of the buyer", "KSF-1207", (BuyerNip, BuyerNip + "<BrakID>1</BrakID>")),
        Edit("empty number", "KSF-1208", ("FV/2026/02/0001", string.Empty)),
        Edit("number of 300 characters", "KSF-1209", ("FV/2026/02/0001", new string('7', 300))),
        Edit("account of 5 digits", "KSF-1210", ("04000000000000000000000000", "12345")),
        Edit("unknown VAT rate", "KSF-1211", ("<P_12>23</P_12>", "<P_12>24</P_12>")),
        Edit("unknown currency", "KSF-1211", ("<KodWaluty>PLN<", "<KodWaluty>ZŁ<")),
        Edit("another value than the fixed one", "KSF-1211", ("<DaneIdentyfikacyjne>", "<PrefiksPodatnika>DE</PrefiksPodatnika><DaneIdentyfikacyjne>")),
        Edit("space after a code", "KSF-1212", ("<KodWaluty>PLN<", "<KodWaluty>PLN <")),
        Edit("NIP with dashes", "KSF-1213", (BuyerNip, "<NIP>222-222-22-22</NIP>")),
        Edit("Polish way of writing dates", "KSF-1214", ("<P_1>2026-02-02<", "<P_1>02.02.2026<")),
        Edit("30 February", "KSF-1214", ("<P_6>2026-02-02<", "<P_6>2026-02-30<")),
        Edit("time of creation without a time", "KSF-1215", ("2026-02-02T12:00:00Z", "2026-02-02")),
        Edit("date of another century", "KSF-1216", ("<P_1>2026-02-02<", "<P_1>1926-02-02<")),
        Edit("decimal comma", "KSF-1217", ("<P_15>3114.38<", "<P_15>3114,38<")),
        Edit("spaces in a number", "KSF-1217", ("<P_15>3114.38<", "<P_15>3 114.38<")),
        Edit("leading zero", "KSF-1217", ("<P_15>3114.38<", "<P_15>03114.38<")),
        Edit("three decimals", "KSF-1218", ("<P_15>3114.38<", "<P_15>3114.381<")),
        Edit("line number zero", "KSF-1219", ("<NrWierszaFa>1<", "<NrWierszaFa>0<")),
        Edit("e-mail without @", "KSF-1220", ("<JST>", "<DaneKontaktowe><Email>biuro.example.com</Email></DaneKontaktowe><JST>")),
        Edit("attribute missing", "KSF-1221", (" wersjaSchemy=\"1-0E\"", string.Empty)),
        Edit("wrong schema version", "KSF-1222", ("wersjaSchemy=\"1-0E\"", "wersjaSchemy=\"9-9E\"")),
        Edit("attribute too many", "KSF-1223", ("<P_2>", "<P_2 seria=\"A\">")),
        Edit("text between fields", "KSF-1224", ("<P_2>", "Numer: <P_2>")),
        Edit("element inside a value", "KSF-1225", ("FV/2026/02/0001", "FV<b>1</b>")),
        Edit("element of UBL's own in a UBL extension", "KSF-1226", new SampleInvoice { Schema = SampleSchema.Pef3 }, ("<cbc:CustomizationID>", Extension("<ext:UBLExtensions/>") + "<cbc:CustomizationID>")),
        Edit("tax of a rate without its base", "KSF-1227", ("<P_13_1>120.00</P_13_1>", string.Empty)),
        Edit("nothing chosen", "KSF-1228", ("<P_19N>1</P_19N>", string.Empty)),
        Edit("field in capitals", "KSF-1229", ("<Nazwa>", "<NAZWA>"), ("</Nazwa>", "</NAZWA>")),
        Edit("no-break space between fields", "KSF-1230", ("<P_2>", "\u00A0<P_2>")),
        Edit("field of a type that does not exist", "KSF-1231", ("<P_2>", "<P_2 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"Numer\">")),
        Edit("EU VAT number as a NIP", "KSF-1232", (BuyerNip, "<NIP>DE123456789</NIP>")),
        Edit("number of 30 digits", "KSF-1233", ("<P_15>3114.38<", "<P_15>123456789012345678901234567890.00<")),
        Edit("number of spaces", "KSF-1234", ("FV/2026/02/0001", "  ")),
        Edit("no-break space in a currency", "KSF-1235", ("<KodWaluty>PLN<", "<KodWaluty>PLN\u00A0<")),
        Edit("more mistakes than anybody reads", "KSF-1290", ("<P_2>", ManyMistakes() + "<P_2>")),
    ];

    private static string Extension(string content) =>
        $"<ext:UBLExtensions xmlns:ext=\"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2\"><ext:UBLExtension><ext:ExtensionContent>{content}</ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>";

    private static string ManyMistakes() => string.Concat(Enumerable.Range(1, 150).Select(number => $"<Pole{number}/>"));
}
