using System.Reflection;
using System.Reflection.Emit;

namespace LocalHost.Host.Functions;

/// <summary>Attributes for emitted code.</summary>
internal static class Attributes
{
    /// <summary>An attribute with at most one argument.</summary>
    public static CustomAttributeBuilder Build<T>(string? argument = null, params IEnumerable<(string Property, object? Value)> values)
        where T : Attribute
    {
        ConstructorInfo constructor = typeof(T).GetConstructor(argument is null ? [] : [typeof(string)])!;
        (string Property, object? Value)[] set = [.. values.Where(value => value.Value is not null)];
        return new CustomAttributeBuilder(
            constructor, argument is null ? [] : [argument],
            [.. set.Select(value => typeof(T).GetProperty(value.Property)!)], [.. set.Select(value => value.Value)]);
    }
}
