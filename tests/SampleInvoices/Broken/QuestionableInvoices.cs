using static SampleInvoices.Broken.SampleText;

namespace SampleInvoices.Broken;

/// <summary>Invoices that KSeF takes although a person should look at them: each brings the warning it names.</summary>
public static class QuestionableInvoices
{
    private static readonly SampleCorrection Correction = new("FV/2026/01/0007", new DateOnly(2026, 1, 15), $"{SampleNips.Seller}-20260115-0100001AF629-28");

    private static readonly SampleInvoice Rr = new() { Schema = SampleSchema.FaRr1, Seller = SampleParty.Farmer, Buyer = SampleParty.Seller };

    private static readonly string BuyerBefore =
        $"<Podmiot2K><DaneIdentyfikacyjne><NIP>{SampleNips.Stranger}</NIP><Nazwa>Piekarnia Złoty Kłos s.c.</Nazwa></DaneIdentyfikacyjne></Podmiot2K>";

    private static readonly SampleInvoice Exempt = new() { Lines = [new SampleLine("Szkolenie BHP", "usł.", 1, 250, SampleRate.Exempt)] };

    public static IReadOnlyList<BrokenInvoice> All { get; } =
    [
        Edit("Polish NIP as an EU number", "KSF-1306", ($"<NIP>{SampleNips.Buyer}</NIP>", $"<KodUE>PL</KodUE><NrVatUE>{SampleNips.Buyer}</NrVatUE>")),
        Edit("EU number of Poland that is no NIP", "KSF-1306", ($"<NIP>{SampleNips.Buyer}</NIP>", "<KodUE>PL</KodUE><NrVatUE>123456789</NrVatUE>")),
        Edit("letters lost on the way", "KSF-1307", ("Piekarnia Złoty", "Piekarnia Z\uFFFDoty")),
        Edit("EU number with its country", "KSF-1309", ($"<NIP>{SampleNips.Buyer}</NIP>", "<KodUE>DE</KodUE><NrVatUE>DE123456789</NrVatUE>")),
        Edit("net total against the lines", "KSF-1310", ("<P_13_3>2825.50<", "<P_13_3>2805.50<"), ("<P_14_3>141.28<", "<P_14_3>140.28<"), ("<P_15>3114.38<", "<P_15>3093.38<")),
        Edit("net total in PEF", "KSF-1310", new SampleInvoice { Schema = SampleSchema.Pef3 }, ("currencyID=\"PLN\">2945.50</cbc:LineExtensionAmount>", "currencyID=\"PLN\">2945.00</cbc:LineExtensionAmount>")),
        Edit("net total in VAT RR", "KSF-1310", Rr, ("<P_11_1>2945.50<", "<P_11_1>2945.00<"), ("<P_12_1>3151.69<", "<P_12_1>3151.19<")),
        Edit("tax against the base", "KSF-1311", ("<P_14_1>27.60<", "<P_14_1>9.60<"), ("<P_15>3114.38<", "<P_15>3096.38<")),
        new("total due", "KSF-1312", new SampleInvoice { TotalGross = 1m }.ToBytes()),
        new("total due in VAT RR", "KSF-1312", (Rr with { TotalGross = 1m }).ToBytes()),
        new("total due in PEF", "KSF-1312", new SampleInvoice { Schema = SampleSchema.Pef3, TotalGross = 1m }.ToBytes()),
        Edit("tax in zlotys missing", "KSF-1313", new SampleInvoice { Currency = "EUR" }, ("<P_14_1W>110.40</P_14_1W>", string.Empty)),
        Edit("net total left out", "KSF-1314", ("<P_13_1>120.00</P_13_1>", string.Empty), ("<P_14_1>27.60</P_14_1>", string.Empty), ("<P_15>3114.38<", "<P_15>2966.78<")),
        Edit("correction of nothing", "KSF-1320", ("<RodzajFaktury>VAT<", "<RodzajFaktury>KOR<")),
        Edit("corrected invoice on an ordinary one", "KSF-1321", new SampleInvoice { Correction = Correction }, ("<RodzajFaktury>KOR<", "<RodzajFaktury>VAT<")),
        new("wrong KSeF number of the corrected invoice", "KSF-1322", new SampleInvoice { Correction = Correction with { KsefNumber = $"{SampleNips.Seller}-20260201-0100001AF629-00" } }.ToBytes()),
        new("correction before its original", "KSF-1323", new SampleInvoice { Correction = Correction with { IssueDate = new DateOnly(2026, 3, 1) } }.ToBytes()),
        Edit("correction that changes the buyer's NIP", "KSF-1324", new SampleInvoice { Correction = Correction }, ("</DaneFaKorygowanej>", "</DaneFaKorygowanej>" + BuyerBefore)),
        Edit("local government without its unit", "KSF-1330", ("<JST>2<", "<JST>1<")),
        Edit("VAT group without its member", "KSF-1330", ("<GV>2<", "<GV>1<")),
        Edit("local government as its own unit", "KSF-1331", ("<JST>2<", "<JST>1<"), ("</Podmiot2>", "</Podmiot2>" + Party(SampleNips.Buyer, "8"))),
        new("nothing sold", "KSF-1332", new SampleInvoice { Lines = [], TotalGross = 0 }.ToBytes()),
        Edit("exempt sale said not to be", "KSF-1333", Exempt, ("<P_19>1</P_19>", "<P_19N>1</P_19N>"), ("<P_19A>art. 43 ust. 1 ustawy o VAT</P_19A>", string.Empty)),
        Edit("line whose sign contradicts itself", "KSF-1334", ("<P_9A>120.00<", "<P_9A>-120.00<")),
        Edit("negative quantity on an ordinary invoice", "KSF-1335", new SampleInvoice { Lines = [.. SampleLine.Flour, SampleLine.Flour[1] with { Quantity = -1 }] }),
        Edit("two lines with one number", "KSF-1336", ("<NrWierszaFa>2<", "<NrWierszaFa>1<")),
        Edit("rate of an advance on an ordinary invoice", "KSF-1337", new SampleInvoice { Currency = "EUR" }, ("<Adnotacje>", "<KursWalutyZ>4.2512</KursWalutyZ><Adnotacje>")),
        Edit("account with a digit mistyped", "KSF-1338", ("04000000000000000000000000", "04000000000000000000000001")),
        Edit("account with a digit missing", "KSF-1339", ("04000000000000000000000000", "0400000000000000000000000")),
    ];

    private static string Party(string nip, string role) =>
        $"<Podmiot3><DaneIdentyfikacyjne><NIP>{nip}</NIP><Nazwa>Szkoła Podstawowa nr 1</Nazwa></DaneIdentyfikacyjne><Rola>{role}</Rola></Podmiot3>";
}
