namespace Microsoft.DurableTask.Abstractions;

/// <summary>How two orchestration versions compare.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>
    /// Compares two versions: an empty one is older than any other; two that read as <see cref="Version"/> compare by number; all others by text,
    /// regardless of case.
    /// </summary>
    /// <returns>Less than zero when the first is older, zero when they are equal, more than zero when it is newer.</returns>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        var (hasSource, hasOther) = (!string.IsNullOrWhiteSpace(sourceVersion), !string.IsNullOrWhiteSpace(otherVersion));
        if (!hasSource || !hasOther)
        {
            return hasSource.CompareTo(hasOther);
        }

        return Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
