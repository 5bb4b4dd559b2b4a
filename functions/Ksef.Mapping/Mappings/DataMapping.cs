namespace Ksef.Mapping;

/// <summary>How the columns, codes and forms of a company's ERP relate to the simple layout (<c>mapping.json</c>).</summary>
public sealed record DataMapping
{
    /// <summary>A mapping that says nothing: the file speaks in the words of the simple layout.</summary>
    public static DataMapping Empty { get; } = new();
}
