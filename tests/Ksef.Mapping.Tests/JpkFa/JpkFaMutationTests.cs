using System.Text;
using static Ksef.Mapping.Tests.JpkFa.JpkFaFile;

namespace Ksef.Mapping.Tests.JpkFa;

/// <summary>Whatever is broken in a file: no crash, no hang, and never an amount that the file does not show.</summary>
public sealed class JpkFaMutationTests
{
    private static readonly MappingContext Context = Mapped.Context(Mapped.Profile with { OriginalsOutsideKsef = true }) with { Nip = "1111111111", Checker = null };

    [Fact]
    public async Task File_Whole_GivesItsThreeInvoices() => (await Mutation.CheckAsync(Whole(), Encoding.UTF8, Context)).ShouldBe(3);

    [Theory]
    [MemberData(nameof(Mutation.Seeds), MemberType = typeof(Mutation))]
    public async Task File_WithAByteChanged_ShowsNoOtherAmounts(int seed)
    {
        foreach (var file in Mutation.Changed(Whole(), seed))
        {
            await Mutation.CheckAsync(file, Encoding.UTF8, Context);
        }
    }

    [Theory]
    [MemberData(nameof(Mutation.Seeds), MemberType = typeof(Mutation))]
    public async Task File_ShakenThrough_ShowsNoOtherAmounts(int seed)
    {
        foreach (var file in Mutation.Shaken(Whole(), seed, 500))
        {
            await Mutation.CheckAsync(file, Encoding.UTF8, Context, sumsMayBeMissing: true);
        }
    }

    [Fact]
    public async Task File_TornAnywhere_ShowsNoOtherAmounts()
    {
        foreach (var file in Mutation.Torn(Whole(), 11))
        {
            await Mutation.CheckAsync(file, Encoding.UTF8, Context);
        }
    }

    private static byte[] Whole() => new JpkFaFile()
        .Invoice("1", "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_13_2>50.00</P_13_2><P_14_2>4.00</P_14_2><P_15>177.00</P_15><RodzajFaktury>VAT</RodzajFaktury>")
        .Invoice("KOR 1", "<P_13_1>-100.00</P_13_1><P_14_1>-23.00</P_14_1><P_15>-123.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><NrFaKorygowanej>1</NrFaKorygowanej>")
        .Invoice("ZAL 1", "<P_13_1>500.00</P_13_1><P_14_1>115.00</P_14_1><P_15>615.00</P_15><RodzajFaktury>ZAL</RodzajFaktury>")
        .Line("1", Goods("Śruba", "200", "0.50", "100.00")).Line("KOR 1", Goods("Śruba", "-200", "0.50", "-100.00")).Line("1", Goods("Prasa", "1", "50.00", "50.00", "8"))
        .Order("ZAL 1", "2460.00", "<P_7Z>Regał</P_7Z><P_8AZ>szt.</P_8AZ><P_8BZ>1</P_8BZ><P_9AZ>2000.00</P_9AZ><P_11NettoZ>2000.00</P_11NettoZ><P_11VatZ>460.00</P_11VatZ><P_12Z>23</P_12Z>").Bytes();
}
