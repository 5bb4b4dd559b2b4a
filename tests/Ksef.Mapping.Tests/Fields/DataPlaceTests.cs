namespace Ksef.Mapping.Tests.Fields;

public sealed class DataPlaceTests
{
    [Fact]
    public void ToString_OfAPlaceAndAFindingThere_ComesToAnEnd()
    {
        var place = new DataPlace("Arkusz1", 5, 3, "Netto");
        place.ToString().ShouldBe("Arkusz1 5 3 Netto");
        new FileFinding(TableFindings.OpenQuote.At(place)).ToString().ShouldContain("Arkusz1 5 3 Netto");
    }
}
