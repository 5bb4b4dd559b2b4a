using Ksef.Client;
using KsefFunctions.Ledger;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Api;

/// <summary><c>GET files/{id}</c>: one file with its steps, invoices, errors and sessions.</summary>
public sealed class GetFile(LedgerStore ledger, PendingWork pending, IOptions<KsefClientOptions> ksef)
{
    [Function(nameof(GetFile))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        await ledger.FindAsync(id, cancellationToken) is { } record
            ? HttpResults.Json(FileView.Of(await pending.OfAsync(record, cancellationToken), ksef.Value.Environment), ApiJson.Default.FileView)
            : Problems.NotFound(id);
}
