using KsefFunctions.Files;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Results;

/// <summary>Ends a file that has no receipts: nothing of it was accepted, or nothing was sent.</summary>
public sealed class PublishResult(FileSteps steps, FileEnding ending)
{
    [Function(nameof(PublishResult))]
    public Task<FileOutcome> RunAsync([ActivityTrigger] EndInput input, CancellationToken cancellationToken) => steps.RunAloneAsync(
        nameof(PublishResult),
        input.File,
        record => record,
        ResultsJson.Default.FileOutcome,
        _ => Task.FromResult(ending.With(input, upos: [], cancellationToken)),
        cancellationToken);
}
