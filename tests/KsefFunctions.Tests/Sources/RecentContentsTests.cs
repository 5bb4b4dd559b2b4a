using KsefFunctions.Sources;

namespace KsefFunctions.Tests.Sources;

/// <summary>Bytes that need not be read from the archive again.</summary>
public sealed class RecentContentsTests
{
    [Fact]
    public void Find_Kept_GivesTheBytesOfThatNameOnly()
    {
        using var recent = new RecentContents();

        recent.Keep("1111111111/ab/original.xml", BinaryData.FromString("<a/>"));

        recent.Find("1111111111/ab/original.xml").ShouldNotBeNull().ToString().ShouldBe("<a/>");
        recent.Find("2222222222/ab/original.xml").ShouldBeNull();
    }

    [Fact]
    public void Keep_MoreThanThereIsRoomFor_HoldsNoMoreThanThat()
    {
        using var recent = new RecentContents();
        var names = Enumerable.Range(1, 40).Select(number => $"{number}").ToList();

        names.ForEach(name => recent.Keep(name, BinaryData.FromBytes(new byte[1024 * 1024])));

        names.Count(name => recent.Find(name) is not null).ShouldBeInRange(1, 16);
    }
}
