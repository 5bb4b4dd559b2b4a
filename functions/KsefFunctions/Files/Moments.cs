namespace KsefFunctions.Files;

/// <summary>The earlier and the later of two moments, of which one may be unknown.</summary>
internal static class Moments
{
    public static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    public static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
