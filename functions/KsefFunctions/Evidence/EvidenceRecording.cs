namespace KsefFunctions.Evidence;

/// <summary>The answers heard during one run of a step; parts of a package are uploaded side by side, so adding is thread-safe.</summary>
public sealed class EvidenceRecording(string name)
{
    private readonly Lock _gate = new();
    private List<KsefAnswer> _answers = [];

    /// <summary>Name of the document in the container <c>archive</c>.</summary>
    public string Name { get; } = name;

    internal void Add(KsefAnswer answer)
    {
        lock (_gate)
        {
            _answers.Add(answer);
        }
    }

    internal IReadOnlyList<KsefAnswer> Take()
    {
        lock (_gate)
        {
            var taken = _answers;
            _answers = [];
            return taken;
        }
    }
}
