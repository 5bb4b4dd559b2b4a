using KsefFunctions.Intake;
using KsefFunctions.Ledger;

namespace KsefFunctions.Results;

/// <summary>Input of <see cref="PublishResult"/>.</summary>
public sealed record PublishInput(FileReference File, IReadOnlyList<StepRecord> Steps, IReadOnlyList<string> Upos, bool DryRun);
