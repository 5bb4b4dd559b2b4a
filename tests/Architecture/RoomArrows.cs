using System.Reflection;

namespace Architecture;

/// <summary>Which rooms of an assembly use which others (<see cref="TypeUses"/> says what counts as a use).</summary>
internal static class RoomArrows
{
    /// <param name="assembly">Where to look.</param>
    /// <param name="room">The room that a top-level type belongs to; null leaves the type out.</param>
    /// <returns>From room to room, with the types that make the arrow: <c>User uses Used</c>.</returns>
    public static SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> In(Assembly assembly, Func<Type, string?> room)
    {
        var arrows = new SortedDictionary<string, SortedDictionary<string, SortedSet<string>>>(StringComparer.Ordinal);
        foreach (var type in assembly.GetTypes())
        {
            var user = TypeUses.Outermost(type);
            foreach (var used in TypeUses.Of(type).Where(used => used.Assembly == assembly))
            {
                if (RoomOf(user, room) is { } from && RoomOf(used, room) is { } to && from != to)
                {
                    arrows.TryAdd(from, new(StringComparer.Ordinal));
                    arrows[from].TryAdd(to, new(StringComparer.Ordinal));
                    arrows[from][to].Add($"{user.Name} uses {used.Name}");
                }
            }
        }

        return arrows;
    }

    // Top-level names in angle brackets without a namespace are the compiler's: all rooms share them.
    private static string? RoomOf(Type type, Func<Type, string?> room) => type.Namespace is null && type.Name.StartsWith('<') ? null : room(type);
}
