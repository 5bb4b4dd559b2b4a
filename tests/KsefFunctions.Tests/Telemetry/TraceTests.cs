using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Ksef.Client;
using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Receipts;
using KsefFunctions.Settings;
using KsefFunctions.Settlement;
using KsefFunctions.Telemetry;
using KsefFunctions.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>One trace joins drop, steps, calls of KSeF and result, whatever the host hands on and whatever happens in between.</summary>
[Collection(ProcessWideTests.Name)]
public sealed class TraceTests : IDisposable
{
    private readonly SpanCollector _spans = new(SpanCollector.Ours);

    [Fact]
    public async Task Drop_OneInvoice_DropStepsCallsAndResultAreOneTrace()
    {
        await using var app = await RunningApp.StartAsync();

        var record = await app.SettleAsync("traced.xml", RunningApp.Invoice().ToBytes());

        await EndedAsync(record, nameof(FinishConsignment));
        var spans = _spans.Of(record);
        spans[0].DisplayName.ShouldBe("ksef.drop");
        Steps(spans).ShouldBe(["ValidateFile", "SendConsignment", "PollSession", "SettleConsignment", "FinishConsignment"]);
        spans.Where(span => span.Source.Name == KsefTelemetry.Name).ShouldAllBe(call => spans.Any(step => step.SpanId == call.ParentSpanId && step.GetTagItem(Tags.Step) != null));
        spans.Single(span => span.DisplayName == "ksef.publish").GetTagItem(Tags.Outcome).ShouldBe("Accepted");
        OfFiles().Count().ShouldBe(spans.Count);
        _spans.Orphans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_OneInvoice_SpansSayWhoseTheyAre()
    {
        await using var app = await RunningApp.StartAsync();

        var record = await app.SettleAsync("tagged.xml", RunningApp.Invoice().ToBytes());

        await EndedAsync(record, nameof(FinishConsignment));
        var ours = _spans.Of(record).Where(span => span.Source.Name == FlowTelemetry.Name).ToList();
        ours.ShouldAllBe(span => (string?)span.GetTagItem(Tags.FileId) == record.Id && (int?)span.GetTagItem(Tags.Attempt) == 1);
        ours.Where(span => span.GetTagItem(Tags.Step) != null).ShouldAllBe(span => (string?)span.GetTagItem(Tags.Outcome) == "done");
        ours.Where(span => span.GetTagItem(Tags.Session) != null).Select(span => span.DisplayName)
            .ShouldBe(["SendConsignment", "PollSession", "SettleConsignment"], ignoreOrder: true);
        ours.ShouldAllBe(span => span.GetTagItem(Tags.Session) == null || (string)span.GetTagItem(Tags.Session)! == record.Sessions[0].ReferenceNumber);
    }

    [Fact]
    public async Task Drop_OneInvoice_CallsAreNamedByTheirRouteOnly()
    {
        await using var app = await RunningApp.StartAsync();

        var record = await app.SettleAsync("routes.xml", RunningApp.Invoice().ToBytes());

        await EndedAsync(record);
        var calls = _spans.Of(record).Where(span => span.Source.Name == KsefTelemetry.Name).ToList();
        calls.Select(call => call.DisplayName).ShouldContain("POST sessions/online/{referenceNumber}/invoices");
        calls.ShouldAllBe(call => call.Kind == ActivityKind.Client && call.GetTagItem("http.response.status_code") != null);
        calls.SelectMany(call => call.TagObjects).Select(tag => $"{tag.Value}")
            .ShouldNotContain(value => value.Contains(record.Sessions[0].ReferenceNumber) || value.Contains('?'));
    }

    [Fact]
    public async Task Drop_Package_IsOneTrace()
    {
        await using var app = await RunningApp.StartAsync();

        var record = await app.SettleAsync("traced.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 5)));

        await EndedAsync(record, nameof(StoreUpos));
        await EndedAsync(record, nameof(FinishConsignment));
        var spans = _spans.Of(record);
        Steps(spans).ShouldContain("SendConsignment");
        spans.ShouldContain(span => span.DisplayName == "PUT {partUploadUrl}");
        OfFiles().Count().ShouldBe(spans.Count);
        _spans.Orphans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_SeveralFilesAtOnce_EachHasATraceOfItsOwn()
    {
        await using var app = await RunningApp.StartAsync();

        var records = await Task.WhenAll(Enumerable.Range(0, 5).Select(index => app.SettleAsync($"many-{index}.xml", RunningApp.Invoice().ToBytes())));

        await Task.WhenAll(records.Select(record => EndedAsync(record)));
        await RunningApp.EventuallyAsync(
            async () => _spans.All.Count(span => span.DisplayName == nameof(FinishConsignment)) == (await app.ConsignmentsAsync()).Count, () => "their consignments have ended");
        records.Select(record => record.TraceId).ShouldBeUnique();
        records.ShouldAllBe(record => _spans.Of(record).Where(span => span.GetTagItem(Tags.FileId) != null).All(span => (string?)span.GetTagItem(Tags.FileId) == record.Id));
        _spans.All.Where(span => span.DisplayName is not ("ksef.gather" or "ksef.publish")).SelectMany(span => span.Links).ShouldBeEmpty();
        _spans.Orphans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_FilesOfOneConsignment_TraceOfTheConsignmentLeadsToEachOfThem()
    {
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic, services => services.Configure<KsefFunctionsOptions>(options => options.Gather.QuietFor = TimeSpan.FromSeconds(3)));

        var records = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => app.SettleAsync($"one-of-many-{index}.xml", RunningApp.Invoice().ToBytes())));

        await RunningApp.EventuallyAsync(() => Task.FromResult(_spans.All.Any(span => span.DisplayName == "FinishConsignment")), () => "the consignment has ended");
        var gather = _spans.All.Single(span => span.DisplayName == "ksef.gather");
        gather.Links.Select(link => link.Context.TraceId.ToHexString()).ShouldBe(records.Select(record => record.TraceId), ignoreOrder: true);
        _spans.All.Where(span => span.DisplayName is "SendConsignment" or "PollSession" or "SettleConsignment").ShouldAllBe(span => span.TraceId == gather.TraceId);
        _spans.Orphans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_SameBytesAgain_SecondDropPointsToTheTraceOfTheFirst()
    {
        await using var app = await RunningApp.StartAsync();
        var content = RunningApp.Invoice().ToBytes();
        var record = await app.SettleAsync("first.xml", content);

        await app.SettleAsync("second.xml", content);

        await RunningApp.EventuallyAsync(() => Task.FromResult(_spans.All.Count(span => span.DisplayName == "ksef.drop") == 2), () => "the second drop is over");
        var second = _spans.All.Last(span => span.DisplayName == "ksef.drop");
        second.TraceId.ToHexString().ShouldNotBe(record.TraceId);
        second.Links.ShouldHaveSingleItem().Context.TraceId.ToHexString().ShouldBe(record.TraceId);
        _spans.Of(record).Count(span => span.DisplayName == "ksef.publish").ShouldBe(2);
        _spans.Orphans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_DeadLetterAndReplay_StayInOneTraceWithNumberAndAttempt()
    {
        var credentials = new SwitchableCredentials();
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, credentials.Wrap);
        var content = RunningApp.Invoice().ToBytes();
        var dead = await app.SettleAsync("dead.xml", content);
        credentials.Available = true;

        var answer = await app.PostAsync($"files/{dead.Id}/replay", new { });
        var record = await app.SettledAsync(dead.Id, $"{SampleNips.Seller}/dead.xml", attempt: 2);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await EndedAsync(record, nameof(FinishConsignment));
        var spans = _spans.Of(record);
        spans.Select(span => span.DisplayName).ShouldContain("Quarantine");
        spans.Select(span => span.DisplayName).ShouldContain("ksef.replay");
        var failed = spans.Where(span => span.Status == ActivityStatusCode.Error && span.Source.Name == FlowTelemetry.Name).ToList();
        failed.Select(span => span.DisplayName).Distinct().ShouldBe(["SendConsignment", "ksef.dead_letter"]);
        failed.ShouldAllBe(span => span.StatusDescription == CertificateErrors.NoCredential.Code && (string?)span.GetTagItem(Tags.Error) == CertificateErrors.NoCredential.Code);
        spans.Where(span => (int?)span.GetTagItem(Tags.Attempt) == 2).Select(span => span.DisplayName).ShouldContain("SettleConsignment");
        _spans.Orphans().ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_KsefDemandsAWait_StepSaysSoAndIsNoFailure()
    {
        await using var app = await RunningApp.StartAsync("429-short");

        var record = await app.SettleAsync("waits.xml", RunningApp.Invoice().ToBytes());

        await EndedAsync(record);
        var waiting = _spans.Of(record).Where(span => (string?)span.GetTagItem(Tags.Outcome) == "waits").ToList();
        waiting.ShouldNotBeEmpty();
        waiting.ShouldAllBe(span => span.Status == ActivityStatusCode.Unset && (double)span.GetTagItem(Tags.RetryAfter)! > 0);
        _spans.Of(record).ShouldContain(span => span.Source.Name == KsefTelemetry.Name && (int?)span.GetTagItem("http.response.status_code") == 429);
    }

    [Fact]
    public void Activities_OfTheApp_AllGoThroughTheOnePlaceThatTraces()
    {
        var activities = Repository.Files("functions/KsefFunctions", "*.cs").Where(file => Repository.Read(file).Contains("[ActivityTrigger]", StringComparison.Ordinal)).ToList();

        activities.Count.ShouldBe(12);
        activities.ShouldAllBe(file => Regex.IsMatch(Repository.Read(file), @"steps\.(?:RunAsync|RunAloneAsync|AskAsync|AskAloneAsync)\(\s*nameof\("));
    }

    [Fact]
    public async Task GetFile_Traced_NamesTheTrace()
    {
        await using var app = await RunningApp.StartAsync();
        var record = await app.SettleAsync("shown.xml", RunningApp.Invoice().ToBytes());

        var file = await app.Http.GetStringAsync($"files/{record.Id}");

        record.TraceId.ShouldNotBeNull().Length.ShouldBe(32);
        file.ShouldContain($"\"traceId\":\"{record.TraceId}\"");
    }

    public void Dispose() => _spans.Dispose();

    private static IEnumerable<string> Steps(IEnumerable<Activity> spans) => spans.Where(span => span.GetTagItem(Tags.Step) != null).Select(span => span.DisplayName).Distinct();

    // A dispatcher's looks are no file's own.
    private IEnumerable<Activity> OfFiles() => _spans.All.Where(span => span.DisplayName != nameof(LookAtWaiting));

    // The result can be read a moment before the span of the step that wrote it ends. Steps of a consignment have its own attempt, which in these tests is the file's.
    private Task EndedAsync(FileRecord record, string last = "ksef.publish") => RunningApp.EventuallyAsync(
        () => Task.FromResult(_spans.Of(record).Any(span => span.DisplayName == last && (int?)span.GetTagItem(Tags.Attempt) == record.Attempt)),
        () => $"{last} has ended");
}
