using System.Globalization;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Storage;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Api;

/// <summary>What a person takes away from a file: the result, the receipts, the original.</summary>
public sealed class Downloads(LedgerStore ledger, InvoiceStorage storage, ResultStore results)
{
    /// <summary><c>GET files/{id}/result</c>: the result file as the ERP gets it.</summary>
    [Function("GetResult")]
    public async Task<IResult> ResultAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{id}/result")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { } record)
        {
            return Problems.NotFound(id);
        }

        return record.IsFinal
            ? Send(
                await results.OpenAsync(record.Paths[0], record.Sha256, cancellationToken), OutboxNames.Of(record.Paths[0], OutboxNames.ResultSuffix))
            : Problems.Conflict("The file has no result yet.");
    }

    /// <summary><c>GET files/{id}/upo/{position}</c>: a receipt, counted from 1 in the order of <see cref="FileView.Upos"/>.</summary>
    [Function("GetUpo")]
    public async Task<IResult> UpoAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{id}/upo/{position:int}")] HttpRequest request,
        string id,
        int position,
        CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { } record)
        {
            return Problems.NotFound(id);
        }

        return position >= 1 && position <= record.Upos.Count
            ? await SendAsync(BlobArea.Archive, record.Upos[position - 1], cancellationToken)
            : HttpResults.Problem(
                string.Create(CultureInfo.InvariantCulture, $"The file has {record.Upos.Count} receipts."), statusCode: StatusCodes.Status404NotFound);
    }

    /// <summary><c>GET files/{id}/original</c>: the bytes as they were dropped.</summary>
    [Function("GetOriginal")]
    public async Task<IResult> OriginalAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{id}/original")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(id, cancellationToken) is not { } record)
        {
            return Problems.NotFound(id);
        }

        return await SendAsync(BlobArea.Archive, record.ArchivedOriginal, cancellationToken);
    }

    private async Task<IResult> SendAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        Send(await storage.DownloadAsync(area, name, expected: null, cancellationToken), name);

    private static IResult Send(BlobDownload? download, string name) => download is null
        ? HttpResults.Problem("This document does not exist.", statusCode: StatusCodes.Status404NotFound)
        : HttpResults.Stream(download.Content, ContentTypes.Of(name), Path.GetFileName(name));
}
