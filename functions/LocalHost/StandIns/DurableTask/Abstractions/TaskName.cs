using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity. Names are equal regardless of case.</summary>
/// <remarks>Stand-in with the name and shape of Microsoft.DurableTask.Abstractions, as the whole folder.</remarks>
/// <param name="name">The name; null makes the default value.</param>
public readonly struct TaskName(string name) : IEquatable<TaskName>
{
    /// <summary>The name itself.</summary>
    public string Name { get; } = name;

    /// <summary>Reads the name.</summary>
    public static implicit operator string(TaskName value) => value.Name;

    /// <summary>Wraps a name; an empty one becomes the default value.</summary>
    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    /// <summary>Equal regardless of case.</summary>
    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    /// <summary>Different, regardless of case.</summary>
    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is TaskName other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name ?? string.Empty);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
