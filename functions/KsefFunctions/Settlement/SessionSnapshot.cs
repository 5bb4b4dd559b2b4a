namespace KsefFunctions.Settlement;

/// <summary>Output of <see cref="PollSession"/>.</summary>
/// <param name="Status">KSeF's status code of the session.</param>
/// <param name="IsFinished">True when the code will not change any more.</param>
public sealed record SessionSnapshot(int Status, bool IsFinished);
