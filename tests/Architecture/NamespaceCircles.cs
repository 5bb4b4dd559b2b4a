using System.Reflection;

namespace Architecture;

/// <summary>
/// Finds circles among the namespaces of an assembly: each is a node, and one points to another when any of its types uses one of the other's
/// (<see cref="TypeUses"/> says what counts as a use). A namespace inside another is a node of its own.
/// </summary>
internal static class NamespaceCircles
{
    private const int ShownUses = 4;

    /// <summary>The circles among the namespaces of an assembly.</summary>
    public static IReadOnlyList<string> In(Assembly assembly) => In(assembly, type => type.Namespace);

    /// <summary>The circles among any other rooms of an assembly.</summary>
    /// <param name="assembly">Where to look.</param>
    /// <param name="room">The room that a top-level type belongs to; null leaves the type out.</param>
    /// <returns>
    /// For each room that lies on a circle the shortest one through it, none twice, the shortest first: a line <c>A -> B -> A</c>, then one for
    /// each arrow with the types that make it.
    /// </returns>
    public static IReadOnlyList<string> In(Assembly assembly, Func<Type, string?> room)
    {
        var arrows = RoomArrows.In(assembly, room);
        return arrows.Keys
            .Select(start => Shortest(start, arrows))
            .OfType<IReadOnlyList<string>>()
            .DistinctBy(circle => string.Join('|', circle))
            .OrderBy(circle => circle.Count)
            .Select(circle => Describe(circle, arrows))
            .ToList();
    }

    private static List<string>? Shortest(string start, SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var room))
        {
            foreach (var next in arrows.TryGetValue(room, out var targets) ? targets.Keys : Enumerable.Empty<string>())
            {
                if (next == start)
                {
                    return FromSmallest(PathTo(room, start, cameFrom));
                }

                if (cameFrom.TryAdd(next, room))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static List<string> PathTo(string room, string start, Dictionary<string, string> cameFrom)
    {
        List<string> path = [room];
        while (path[0] != start)
        {
            path.Insert(0, cameFrom[path[0]]);
        }

        return path;
    }

    // The same circle found from two of its rooms must read the same.
    private static List<string> FromSmallest(List<string> circle)
    {
        var first = circle.IndexOf(circle.Min(StringComparer.Ordinal)!);
        return [.. circle[first..], .. circle[..first]];
    }

    private static string Describe(IReadOnlyList<string> circle, SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows)
    {
        var steps = circle.Zip([.. circle.Skip(1), circle[0]], (from, to) =>
        {
            var uses = arrows[from][to];
            var more = uses.Count > ShownUses ? $", and {uses.Count - ShownUses} more" : string.Empty;
            return $"    {from} -> {to}: {string.Join(", ", uses.Take(ShownUses))}{more}";
        });
        return string.Join(Environment.NewLine, [string.Empty, string.Join(" -> ", [.. circle, circle[0]]), .. steps]);
    }
}
