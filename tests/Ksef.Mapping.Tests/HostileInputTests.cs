using System.Text;

namespace Ksef.Mapping.Tests;

/// <summary>What nobody writes by accident ends in findings, too.</summary>
public sealed class HostileInputTests
{
    private const string Header = "numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nazwa;ilosc;cena_netto;rabat_procent;stawka_vat;waluta;kurs_waluty\n";

    [Theory]
    [InlineData("9999999999999;99999999999;100;23;PLN;1", "KSF-1529")]
    [InlineData("9999999999999;9999999999;0;23;PLN;1", "KSF-1529")]
    [InlineData("1;1;9999999999;23;PLN;1", "KSF-1529")]
    [InlineData("1;1;-5;23;PLN;1", "KSF-1529")]
    [InlineData("1;1;0;23;EUR;9999999999", "KSF-1529")]
    [InlineData("1;1;0;23;EUR;0", "KSF-1529")]
    [InlineData("1;0,000000001;0;23;PLN;1", "KSF-1512")]
    public async Task MapAsync_NumbersBeyondAnyInvoice_AreRefused(string numbers, string code) =>
        (await Mapped.CodesAsync(Header + "F/1;2026-10-05;2222222222;A;B;" + numbers + "\n")).ShouldContain(code);

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    [InlineData("a\\u0000")]
    public async Task MapAsync_TextThatIsNone_IsRefused(string text) =>
        (await Mapped.CodesAsync(SimpleJson.OneLine($"\"uwagi\": \"{text}\""))).ShouldHaveSingleItem().ShouldBeOneOf("KSF-1503", "KSF-1528");

    [Theory]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{ \"Fa\": { \"\\ud800\": 1 } }")]
    [InlineData("{ \"Fa\": { \"P_2\": \"\\ud800\" } }")]
    [InlineData("[[[[[[[[[[[[")]
    [InlineData("{ \"faktury\": [ 1, null, [] ] }")]
    [InlineData("[ {\"numer\": 1}, ")]
    [InlineData("{\"numer\": 1} xyz")]
    [InlineData("{\"numer\": 1e400, \"data_wystawienia\": true, \"nabywca\": [], \"pozycje\": {}}")]
    public async Task MapAsync_JsonThatIsNone_IsRefused(string text) => (await Mapped.CodesAsync(text)).ShouldNotBeEmpty();

    [Fact]
    public async Task MapAsync_BytesThatAreNoUtf8InJson_AreRefused()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("{ \"numer\": \""), 0xFF, 0xB3, .. Encoding.UTF8.GetBytes("\" }")];

        (await Mapped.BytesAsync(bytes, Mapped.Context())).ShouldAllBe(mapped => !mapped.IsAccepted && mapped.Findings.Count > 0);
    }

    [Fact]
    public async Task MapAsync_FileThatIsNotInTheEncodingOfTheMapping_IsRefused()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(Header + "F/1;2026-10-05;2222222222;Żółw;B;1;1;0;23;PLN;1\n");

        (await Mapped.BytesAsync(bytes, Mapped.Context(mapping: new DataMapping { Encoding = "utf-8" }))).SelectMany(mapped => mapped.Findings).ShouldContain(finding => finding.Code == "KSF-1596");
    }

    [Fact]
    public async Task MapAsync_ByteOrderMark_IsStrongerThanTheMapping()
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Header + "F/1;2026-10-05;2222222222;Żółw;B;1;1;0;23;PLN;1\n")];
        var mapped = (await Mapped.BytesAsync(bytes, Mapped.Context(mapping: new DataMapping { Encoding = "windows-1250" }))).ShouldHaveSingleItem();

        Mapped.Root(mapped).At("Podmiot2/DaneIdentyfikacyjne/Nazwa").ShouldBe("Żółw");
    }

    [Fact]
    public async Task MapAsync_LongRemarks_AreDividedBetweenWordsAndNeverWithinACharacter()
    {
        var invoice = await Mapped.OneAsync(SimpleJson.OneLine($"\"uwagi\": \"{new string('a', 255)}😀{string.Concat(Enumerable.Repeat(" słowo", 100))}\""));

        var parts = invoice.Element(Mapped.Fa3 + "Fa")!.Elements(Mapped.Fa3 + "DodatkowyOpis").Select(note => note.At("Wartosc")!).ToList();
        parts.ShouldAllBe(part => part.Length <= 256 && part.Length > 0);
        parts[0].ShouldBe(new string('a', 255));
        parts[1].ShouldStartWith("😀 słowo");
    }

    [Fact]
    public async Task MapAsync_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new DataMapper().MapAsync(new MemoryStream(Encoding.UTF8.GetBytes(Header)), Mapped.Context(), source.Token))
            {
            }
        });
    }
}
