using System.Reflection;
using System.Text.RegularExpressions;
using Architecture;
using KsefFunctions.Settings;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Architecture;

/// <summary>The house as <c>docs/architecture.md</c> draws it: the table of its floors is the rule.</summary>
public sealed partial class FloorTests
{
    private static readonly Assembly App = typeof(KsefFunctionsOptions).Assembly;

    [Fact]
    public void Namespaces_OfTheApp_FormNoCircle() => NamespaceCircles.In(App, Room).ShouldBeEmpty();

    [Fact]
    public void Rooms_OfTheApp_StandInTheTableOfFloors() =>
        App.GetTypes().Select(Room).OfType<string>().Distinct().Order().ShouldBe(Rooms().Order());

    [Fact]
    public void Arrows_BetweenRooms_LeadDownTheTable()
    {
        var rooms = Rooms();
        var upward = from user in RoomArrows.In(App, Room)
                     from used in user.Value
                     where rooms.IndexOf(used.Key) < rooms.IndexOf(user.Key)
                     select $"{user.Key} -> {used.Key}: {string.Join(", ", used.Value)}";

        upward.ShouldBeEmpty();
    }

    // What lies outside of all rooms is the entry point and what is generated for it.
    private static string? Room(Type type) => type.Namespace?.Split('.') is ["KsefFunctions", var room, ..] ? room : null;

    private static List<string> Rooms()
    {
        var page = Repository.Read("docs/architecture.md");
        var table = page[page.IndexOf("## Floors", StringComparison.Ordinal)..page.IndexOf("## One file, room by room", StringComparison.Ordinal)];
        return [.. RowsOf().Matches(table).SelectMany(row => RoomsOf().Matches(row.Value)).Select(room => room.Groups[1].Value)];
    }

    [GeneratedRegex("^\\| .+$", RegexOptions.Multiline)]
    private static partial Regex RowsOf();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex RoomsOf();
}
