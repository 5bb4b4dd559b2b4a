using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;

namespace LocalHost.Tests.Architecture;

/// <summary>
/// Which namespaces of an assembly need which others of it, down to what method bodies call. A namespace below another one is a namespace of
/// its own. Types outside of any, such as the entry point, are not looked at; constants leave no trace in an assembly and are not seen.
/// </summary>
internal sealed class NamespaceGraph
{
    private readonly Dictionary<string, Dictionary<string, string>> _needs;

    private NamespaceGraph(Dictionary<string, Dictionary<string, string>> needs) => _needs = needs;

    /// <param name="assembly">What to read.</param>
    /// <param name="below">Only namespaces that begin with this; null is all.</param>
    public static NamespaceGraph Of(Assembly assembly, string? below = null)
    {
        Dictionary<string, string[]> types = assembly.GetTypes()
            .Where(type => !type.IsNested && type.Namespace is { } space && (below is null || space.StartsWith(below, StringComparison.Ordinal)))
            .GroupBy(type => type.Namespace!, type => type.FullName!)
            .ToDictionary(space => space.Key, space => space.ToArray());
        return new NamespaceGraph(types.Keys.ToDictionary(
            space => space,
            space => types.Where(other => other.Key != space)
                .Select(other => (Space: other.Key, By: FirstThatNeeds(assembly, space, other.Value)))
                .Where(need => need.By is not null)
                .ToDictionary(need => need.Space, need => need.By!)));
    }

    /// <summary>One circle for each set of namespaces that need each other, with a type that makes each arrow; empty when all arrows lead one way.</summary>
    public IReadOnlyList<string> Circles() =>
    [
        .. from space in _needs.Keys.Order(StringComparer.Ordinal)
           let circle = ShortestWayBack(space)
           where circle is not null
           group circle by string.Join('|', circle.Order(StringComparer.Ordinal)) into same
           select Describe(same.First()),
    ];

    // The rule library takes names as the beginnings of dotted names: whole names of types keep a namespace apart from those below it.
    private static string? FirstThatNeeds(Assembly assembly, string space, string[] types) =>
        Types.InAssembly(assembly).That().ResideInNamespaceMatching($"^{Regex.Escape(space)}$").And().HaveDependencyOnAny(types).GetTypes().FirstOrDefault()?.Name;

    private List<string>? ShortestWayBack(string start)
    {
        var ways = new Queue<List<string>>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out List<string>? way))
        {
            foreach (string next in _needs[way[^1]].Keys)
            {
                if (next == start)
                {
                    return way;
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    private string Describe(List<string> circle) =>
        string.Join(" -> ", circle.Select((space, index) => $"{space} ({_needs[space][circle[(index + 1) % circle.Count]]})").Append(circle[0]));
}
