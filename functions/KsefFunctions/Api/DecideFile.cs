using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Api;

/// <summary><c>POST files/{id}/approve</c> and <c>POST files/{id}/refuse</c>: a person lets a waiting file go out, or holds it back.</summary>
public sealed class DecideFile(LedgerStore ledger, TimeProvider time)
{
    private const int LongestComment = 1000;

    [Function("ApproveFile")]
    public Task<IResult> ApproveAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{id}/approve")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken) => DecideAsync(request, id, approved: true, durable, cancellationToken);

    [Function("RefuseFile")]
    public Task<IResult> RefuseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "files/{id}/refuse")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken) => DecideAsync(request, id, approved: false, durable, cancellationToken);

    private async Task<IResult> DecideAsync(HttpRequest request, string id, bool approved, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var decision = await RequestBody.ReadDecisionAsync(request, cancellationToken);
        if (decision is null || (decision.Comment?.Length ?? 0) > LongestComment)
        {
            return Problems.BadRequest("The body is JSON: {\"by\": \"…\", \"comment\": \"…\"}.");
        }

        var by = Caller.NameOf(request) ?? decision.By?.Trim();
        if (string.IsNullOrEmpty(by))
        {
            return Problems.BadRequest("Say who decides: {\"by\": \"…\"}.");
        }

        if (await ledger.FindAsync(id, cancellationToken) is not { } record)
        {
            return Problems.NotFound(id);
        }

        if (record.Outcome != FileOutcome.AwaitingApproval)
        {
            return Problems.Conflict($"The file does not wait for a decision; it is {record.Outcome}.");
        }

        var instanceId = FileReference.InstanceIdFor(record.Id, record.Attempt);
        var approval = new ApprovalRecord(approved, by, time.GetUtcNow(), decision.Comment);
        await durable.RaiseEventAsync(instanceId, ApprovalEvent.Name, approval, cancellationToken);
        return HttpResults.Json(
            new Started(record.Id, instanceId, record.Attempt), ApiJson.Default.Started, statusCode: StatusCodes.Status202Accepted);
    }
}
