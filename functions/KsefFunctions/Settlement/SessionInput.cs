using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>Input of <see cref="PollSession"/>.</summary>
/// <param name="File">The file.</param>
/// <param name="Submission">Key of the submission that the session carries.</param>
/// <param name="Session">Reference number of the session.</param>
public sealed record SessionInput(FileReference File, string Submission, string Session);
