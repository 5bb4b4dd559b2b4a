using System.Reflection;
using Mono.Cecil;

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
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        foreach (var type in module.GetTypes())
        {
            var user = TypeUses.Outermost(type);
            if (RoomOf(user) is not { } from)
            {
                continue;
            }

            foreach (var used in TypeUses.Of(type))
            {
                if (RoomOf(used) is { } to && to != from)
                {
                    arrows.TryAdd(from, new(StringComparer.Ordinal));
                    arrows[from].TryAdd(to, new(StringComparer.Ordinal));
                    arrows[from][to].Add($"{user.Name} uses {used.Name}");
                }
            }
        }

        return arrows;

        // Top-level names in angle brackets without a namespace are the compiler's: all rooms share them.
        string? RoomOf(TypeDefinition type) => type.Namespace.Length == 0 && type.Name.StartsWith('<')
            ? null
            : room(assembly.ManifestModule.ResolveType(type.MetadataToken.ToInt32()));
    }
}
