using System.Text;
using static Ksef.Mapping.Tests.Epp.EppFile;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>Whatever is broken in a file: no crash, no hang, and never an amount that the file does not show.</summary>
public sealed class EppMutationTests
{
    private static readonly Encoding Windows1250 = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;

    private static readonly MappingContext Context = Mapped.Context(Mapped.Profile with { OriginalsOutsideKsef = true }) with { Nip = EppFile.Nip, Checker = null };

    [Fact]
    public async Task File_Whole_GivesItsThreeInvoices() => (await Mutation.CheckAsync(Whole(), Windows1250, Context)).ShouldBe(3);

    [Theory]
    [MemberData(nameof(Mutation.Seeds), MemberType = typeof(Mutation))]
    public async Task File_WithAByteChanged_ShowsNoOtherAmounts(int seed)
    {
        foreach (var file in Mutation.Changed(Whole(), seed))
        {
            await Mutation.CheckAsync(file, Windows1250, Context);
        }
    }

    [Theory]
    [MemberData(nameof(Mutation.Seeds), MemberType = typeof(Mutation))]
    public async Task File_ShakenThrough_ShowsNoOtherAmounts(int seed)
    {
        foreach (var file in Mutation.Shaken(Whole(), seed, 500))
        {
            await Mutation.CheckAsync(file, Windows1250, Context);
        }
    }

    [Fact]
    public async Task File_TornAnywhere_ShowsNoOtherAmounts()
    {
        foreach (var file in Mutation.Torn(Whole(), 11))
        {
            await Mutation.CheckAsync(file, Windows1250, Context);
        }
    }

    private static byte[] Whole() => new EppFile()
        .Document("FS", "1/2026", [Line(1, "SRUBA", 200, 0.65m, 130, 29.9m), Line(2, "PRASA", 3, 40, 120, 9.6m, rate: "8.0000"), Line(3, "PALETA", 1, 26.25m, 26.25m, 0, rate: "0.0000", type: "4")],
            (25, "3"), (28, "250.0000"), (29, "39.5000"), (30, "289.5000"), (37, "315.7500"), (45, "26.2500"))
        .Document("PA", "18/2026", [Line(1, "SRUBA", 200, 0.5m, 100, 23)])
        .Document("FS", "2/2026", [Line(1, "", 1, 100, 100, 23, type: "2", name: "Usługa")], (47, "\"EUR\""), (48, "4.2561"))
        .Document("KFS", "3/2026", [Corrected(Line(1, "SRUBA", 150, 0.5m, 75, 17.25m), 0.5m, 200, 100, 23)],
            (8, "\"FS 11/2026\""), (9, "20260814000000"), (28, "-25.0000"), (29, "-5.7500"), (30, "-30.7500"), (37, "-30.7500"))
        .Dictionary("KONTRAHENCI", Contractor("ODB1", "Odbiorca Zażółć Sp. k.", "Kraków", "30-002", "Nieistniejąca 3", "222-222-22-22"))
        .Dictionary("TOWARY", Goods("SRUBA", "Śruba M8"), Goods("PRASA", "Prasa codzienna"), Goods("PALETA", "Paleta zwrotna", type: "4"))
        .Dictionary("DATYZAKONCZENIA", "\"FS 1/2026\",20260912000000")
        .Dictionary("WYMAGALNOSCMPP", "\"FS 1/2026\",1").Bytes();
}
