using static SampleInvoices.Broken.SampleText;

namespace SampleInvoices.Broken;

/// <summary>Files that pass their schema and are wrong all the same.</summary>
internal static class BrokenContents
{
    public static IReadOnlyList<BrokenInvoice> All { get; } =
    [
        new("wrong NIP of the seller", "KSF-1301", new SampleInvoice().SoldBy(SampleNips.WrongChecksum).ToBytes()),
        new("wrong NIP of the buyer", "KSF-1301", new SampleInvoice { Buyer = SampleParty.Buyer with { Nip = SampleNips.WrongChecksum } }.ToBytes()),
        new("wrong NIP of the authorised party", "KSF-1301", new SampleInvoice { AuthorisedParty = SampleParty.Buyer with { Nip = SampleNips.WrongChecksum } }.ToBytes()),
        new("wrong NIP in PEF", "KSF-1301", new SampleInvoice { Schema = SampleSchema.Pef3 }.SoldBy(SampleNips.WrongChecksum).ToBytes()),
        Edit("wrong NIP in an internal identifier", "KSF-1302", ("</Podmiot2>", "</Podmiot2>" + Unit($"{SampleNips.WrongChecksum}-12345"))),
        Edit("wrong check digit of an internal identifier", "KSF-1308", ("</Podmiot2>", "</Podmiot2>" + Unit($"{SampleNips.Buyer}-12345"))),
        Edit("PEF with a foreign number of the seller", "KSF-1305", new SampleInvoice { Schema = SampleSchema.Pef3 }, ($"PL{SampleNips.Seller}", "DE123456789")),
        new("P_1 in the future", "KSF-1304", new SampleInvoice { IssueDate = new DateOnly(2040, 1, 2) }.ToBytes()),
    ];

    private static string Unit(string internalId) =>
        $"<Podmiot3><DaneIdentyfikacyjne><IDWew>{internalId}</IDWew><Nazwa>Oddział</Nazwa></DaneIdentyfikacyjne><Rola>2</Rola></Podmiot3>";
}
