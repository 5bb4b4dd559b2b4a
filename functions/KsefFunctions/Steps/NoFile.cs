using KsefFunctions.Files;

namespace KsefFunctions.Steps;

/// <summary>What a step is for that is no file's own: a look at all that waits, or at all that there is.</summary>
internal sealed record NoFile : ITracedFile
{
    public static readonly NoFile Instance = new();

    public string? FileId => null;

    public int Attempt => 1;

    public string? TraceParent => null;

    public bool IsNobodys => true;
}
