using System.Net;
using System.Net.Http.Json;
using Browser.Tests.Hosting;
using Browser.Tests.Samples;
using KsefFunctions.Files;
using SampleInvoices;

namespace Browser.Tests.OpenApi;

/// <summary>Real answers against the description, the good ones and the refusals.</summary>
[Collection(DashboardTests.Name)]
public sealed class OpenApiAnswersTests(DashboardApp app)
{
    private const string Problem = "application/problem+json";

    public static TheoryData<string, string> Reads => new()
    {
        { "files", "FilesPage" },
        { "files?pageSize=2&outcome=Accepted,Rejected", "FilesPage" },
        { "counts", "FileCounts" },
        { "errors", "ErrorList" },
        { "watch", "Watch" },
        { "health", "Health" },
        { $"files/{SampleRecords.Accepted.Id}", "File" },
        { $"files/{SampleRecords.Rejected.Id}", "File" },
        { $"files/{SampleRecords.DeadLettered.Id}", "File" },
        { $"files/{SampleRecords.Refused.Id}", "File" },
        { $"files/{SampleRecords.Package.Id}", "File" },
        { $"files/{SampleRecords.Trial.Id}", "File" },
    };

    public static TheoryData<string, string, HttpStatusCode> Refusals => new()
    {
        { "GET", "files?outcome=Lost", HttpStatusCode.BadRequest },
        { "GET", "counts?from=yesterday", HttpStatusCode.BadRequest },
        { "GET", "files/1111111111-00", HttpStatusCode.NotFound },
        { "GET", $"files/{SampleRecords.Accepted.Id}/upo/9", HttpStatusCode.NotFound },
        { "GET", $"files/{SampleRecords.Processing.Id}/result", HttpStatusCode.Conflict },
        { "GET", $"files/{SampleRecords.Accepted.Id}/original", HttpStatusCode.NotFound },
        { "POST", $"files/{SampleRecords.AwaitingApproval.Id}/approve", HttpStatusCode.BadRequest },
        { "POST", $"files/{SampleRecords.Accepted.Id}/replay", HttpStatusCode.Conflict },
        { "POST", "files/1111111111-00/replay", HttpStatusCode.NotFound },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Answer_Good_FitsItsSchema(string path, string schema) =>
        (await (await DescriptionAsync()).ValidateAsync(schema, await app.Http.GetStringAsync(path))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Answer_Refusal_IsProblemDetails(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await app.Http.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Problem);
        (await (await DescriptionAsync()).ValidateAsync("Problem", await answer.Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_OfARealFile_FitsFromTheDecisionToTheResult()
    {
        var description = await DescriptionAsync();
        var id = await app.DropAsync(new SampleInvoice { Number = "FV/OPIS/1" }, FileOutcome.AwaitingApproval);
        using var approved = await app.Http.PostAsJsonAsync($"files/{id}/approve", new { by = "Barbara Nowak" });
        approved.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await description.ValidateAsync("Started", await approved.Content.ReadAsStringAsync())).ShouldBeEmpty();

        await Eventually.BecomesTrueAsync(async () => (await app.Ledger.FindAsync(id, CancellationToken.None))!.IsFinal, "the file is final");

        (await description.ValidateAsync("File", await app.Http.GetStringAsync($"files/{id}"))).ShouldBeEmpty();
        await Eventually.BecomesTrueAsync(async () => (await app.Http.GetAsync($"files/{id}/result")).IsSuccessStatusCode, "the result is published");
        (await description.ValidateAsync("Result", await app.Http.GetStringAsync($"files/{id}/result"))).ShouldBeEmpty();
        using var upo = await app.Http.GetAsync($"files/{id}/upo/1");
        upo.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
    }

    [Fact]
    public async Task Answer_WithoutAKey_IsRefusedWhereOneIsAskedFor()
    {
        using var stranger = new HttpClient { BaseAddress = app.Http.BaseAddress };
        var guarded = (await DescriptionAsync()).Operations.Where(operation => operation.Operation["security"] is null).ToList();
        guarded.Count.ShouldBeGreaterThan(10);
        foreach (var (method, path, _) in guarded)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/').Replace("{id}", "x", StringComparison.Ordinal).Replace("{position}", "1", StringComparison.Ordinal));
            using var answer = await stranger.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Description_OpenToEverybody_IsTheHealthAlone() => (await DescriptionAsync()).Operations
        .Where(operation => operation.Operation["security"] is not null).Select(operation => operation.Path).ShouldBe(["/health"]);

    private async Task<OpenApiDescription> DescriptionAsync() => OpenApiDescription.Parse(await app.Http.GetStringAsync("openapi.json"));
}
