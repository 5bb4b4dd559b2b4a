using Architecture;
using KsefSimulator.Tests.Architecture.Circle.Left;

namespace KsefSimulator.Tests.Architecture;

public sealed class NamespaceCirclesTests
{
    [Fact]
    public void In_UsesInBodiesOnly_NamesTheCircleAndTheTypesThatMakeIt()
    {
        var circle = NamespaceCircles.In(typeof(Asking).Assembly, type => Room(type, "Left", "Right", "Below")).ShouldHaveSingleItem();

        circle.ShouldContain("Left -> Right -> Left");
        circle.ShouldContain("Left -> Right: Asking uses Answering");
        circle.ShouldContain("Right -> Left: Answering uses Asking");
    }

    [Theory]
    [InlineData("Left", "Below")]
    [InlineData("Right", "Below")]
    public void In_ArrowsOneWay_FindsNone(params string[] rooms) => NamespaceCircles.In(typeof(Asking).Assembly, type => Room(type, rooms)).ShouldBeEmpty();

    private static string? Room(Type type, params string[] rooms) => rooms.FirstOrDefault(room => type.Namespace == $"KsefSimulator.Tests.Architecture.Circle.{room}");
}
