using KsefFunctions.Files;

namespace KsefFunctions.Api;

/// <summary>How many files stand where.</summary>
/// <param name="Outcomes">Number of files by outcome; an outcome that no file has is left out.</param>
/// <param name="Open">Those that are on their way or wait for a person: none left means that nothing more happens by itself.</param>
/// <param name="DryRun">Those checked in a dry run, among the outcomes as <see cref="FileOutcome.Validated"/>, and final.</param>
/// <param name="Total">All of them.</param>
/// <param name="Complete">False when there are more files than one request counts: then the newest are counted.</param>
public sealed record FileCounts(IReadOnlyDictionary<FileOutcome, int> Outcomes, int Open, int DryRun, int Total, bool Complete);
