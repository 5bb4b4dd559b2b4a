using System.Text;
using LocalHost.Drops;

namespace LocalHost.Tests.Drops;

public sealed class FileNamesTests
{
    private const int Longest = 255;

    [Theory]
    [InlineData("1111111111/a.xml.result.json")]
    [InlineData("1111111111/styczeń/faktura żółta.xml.upo.2.xml")]
    [InlineData("/a.result.json")]
    public void Of_ShortEnough_IsTheNameItself(string name) => FileNames.Of(name).ShouldBe(name);

    [Theory]
    [InlineData('x', ".result.json")]
    [InlineData('x', ".upo.xml")]
    [InlineData('x', ".invoices.zip")]
    [InlineData('ż', ".upo.2.xml")]
    [InlineData('ż', ".1111111111-20260203-0100A0B1C2D3-5E.upo.xml")]
    [InlineData('x', ".0123456789abcdef.result.json")]
    [InlineData('x', ".0123456789abcdef.upo.2.xml")]
    public void Of_TooLongForAFile_FitsWithItsEndingAndRoomForTheUnfinishedOne(char letter, string ending)
    {
        var name = FileNames.Of($"1111111111/{new string(letter, 300)}{ending}")["1111111111/".Length..];

        (Encoding.UTF8.GetByteCount(name) + FileNames.Unfinished.Length).ShouldBeInRange(Longest - 1, Longest);
        name.ShouldStartWith(new string(letter, 50));
        name.ShouldEndWith(ending);
    }

    [Fact]
    public void Of_ResultAndReceiptOfOneFile_HaveOneHash()
    {
        var name = new string('x', 300);

        HashOf($"{name}.xml.result.json").ShouldBe(HashOf($"{name}.xml.upo.xml"));
        HashOf($"{name}.xml.result.json").ShouldNotBe(HashOf($"{name}2.xml.result.json"));

        static string HashOf(string blob) => FileNames.Of(blob).Split('~')[1][..16];
    }

    [Fact]
    public void Of_LongFolder_IsShortenedToo() =>
        FileNames.Of($"1111111111/{new string('y', 300)}/a.xml.result.json").Split('/').ShouldAllBe(part => part.Length <= Longest);
}
