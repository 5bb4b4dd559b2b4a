using LocalHost.Triggers.Blobs;

namespace LocalHost.Tests.Triggers;

public sealed class BlobPathTests
{
    [Fact]
    public void Match_OnePart_TakesTheWholeName()
    {
        BlobPath path = BlobPath.Parse("inbox/{name}");

        path.Container.ShouldBe("inbox");
        path.Match("5260001246/2026/a.xml")!["name"].ShouldBe("5260001246/2026/a.xml");
    }

    [Fact]
    public void Match_SeveralParts_NamesEach()
    {
        IReadOnlyDictionary<string, string>? parts = BlobPath.Parse("inbox/in/{nip}/{name}.xml").Match("in/5260001246/a.xml");

        parts!["nip"].ShouldBe("5260001246");
        parts["name"].ShouldBe("a");
    }

    [Fact]
    public void Match_AnotherName_IsNull() => BlobPath.Parse("inbox/{name}.xml").Match("a.zip").ShouldBeNull();

    [Theory]
    [InlineData("inbox")]
    [InlineData("inbox/")]
    [InlineData("/{name}")]
    public void Parse_NoPath_Refuses(string path) => Should.Throw<FormatException>(() => BlobPath.Parse(path));
}
