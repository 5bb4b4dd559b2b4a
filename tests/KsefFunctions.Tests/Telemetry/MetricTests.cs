using System.Text.RegularExpressions;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>What operations read of a run: outcomes, times, waits, failures by number, limits left; and nothing that makes a series of its own for each file.</summary>
[Collection(ProcessWideTests.Name)]
public sealed class MetricTests : IDisposable
{
    private readonly MetricCollector _metrics = new();

    [Fact]
    public async Task Drop_OneInvoice_OutcomesTimesAndCallsAreMeasured()
    {
        await using var app = await RunningApp.StartAsync();

        var record = await app.SettleAsync("measured.xml", RunningApp.Invoice().ToBytes());

        await MeasuredAsync("ksef.step.duration", 4);
        _metrics.TagsOf("ksef.files").ShouldBe(["outcome=Accepted"]);
        _metrics.TagsOf("ksef.invoices").ShouldBe(["outcome=Accepted"]);
        _metrics.TagsOf("ksef.step.duration").ShouldBe(record.Steps.Select(step => $"ksef.step={step.Name} outcome=done"));
        _metrics.Of("ksef.step.duration").Sum(step => step.Value).ShouldBeLessThanOrEqualTo(_metrics.Of("ksef.file.duration").Single().Value);
        await MeasuredAsync("ksef.step.run.duration", 4);
        _metrics.TagsOf("ksef.step.run.duration").ShouldContain("ksef.step=SendConsignment outcome=done");
        _metrics.TagsOf("ksef.client.call.duration").ShouldContain(
            "http.request.method=POST url.template=sessions/online/{referenceNumber}/invoices http.response.status_code=202");
        _metrics.Of("ksef.dead_letters").ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_OneInvoice_CostsNoMoreCallsThanBeforeAndTellsWhatIsLeft()
    {
        await using var app = await RunningApp.StartAsync();
        await app.SettleAsync("left.xml", RunningApp.Invoice().ToBytes());

        _metrics.ReadGauges();

        app.SimulatorCalls("RateLimits").ShouldBe(0);
        var left = _metrics.Of("ksef.limit.left").ToDictionary(one => $"{one.Tags[1].Value} {one.Tags[2].Value}", one => one.Value);
        left["invoiceSend hour"].ShouldBe(179);
        left["onlineSession hour"].ShouldBe(118, "opened and closed");
        left["onlineSession minute"].ShouldBe(28);
        _metrics.Of("ksef.limit.max").Count.ShouldBe(left.Count);
    }

    [Fact]
    public async Task Drop_KsefDemandsAWait_WaitIsMeasuredAndNotCountedAsFailure()
    {
        await using var app = await RunningApp.StartAsync("429-short");

        await app.SettleAsync("waited.xml", RunningApp.Invoice().ToBytes());

        var waits = _metrics.Of("ksef.step.wait.duration");
        waits.ShouldNotBeEmpty();
        waits.ShouldAllBe(wait => wait.Value > 0);
        _metrics.TagsOf("ksef.step.wait.duration").ShouldContain(tags => tags.EndsWith("ksef.wait.cause=429", StringComparison.Ordinal));
        _metrics.TagsOf("ksef.step.run.duration").ShouldContain(tags => tags.EndsWith("outcome=waits", StringComparison.Ordinal));
        _metrics.TagsOf("ksef.step.run.duration").ShouldNotContain(tags => tags.Contains("error.type"));
        _metrics.TagsOf("ksef.client.errors").ShouldContain(tags => tags.EndsWith("ksef.error.code=429", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Drop_BudgetHoldsACallBack_IsToldApartFromA429()
    {
        await using var app = await RunningApp.StartAsync();
        await app.Services.GetRequiredService<ICallBudget>().BlockAsync(
            ContextIdentifier.Nip(SampleNips.Seller), SessionOperation.Status, TimeSpan.FromSeconds(8), CancellationToken.None);

        await app.SettleAsync("held.xml", RunningApp.Invoice().ToBytes());

        _metrics.TagsOf("ksef.step.wait.duration").Distinct().ShouldBe(["ksef.step=PollSession ksef.wait.cause=budget"]);
        _metrics.TagsOf("ksef.client.held_back").Distinct().ShouldBe(["http.request.method=GET url.template=sessions/{referenceNumber}"]);
        _metrics.Of("ksef.client.errors").ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_NoCredential_DeadLetterAndFailureCarryTheNumber()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, new SwitchableCredentials().Wrap);

        var record = await app.SettleAsync("dead.xml", RunningApp.Invoice().ToBytes());

        await MeasuredAsync("ksef.dead_letters", 1);
        record.Outcome.ShouldBe(FileOutcome.DeadLettered);
        _metrics.TagsOf("ksef.dead_letters").ShouldBe([$"error.type={CertificateErrors.NoCredential.Code}"]);
        _metrics.TagsOf("ksef.step.run.duration").ShouldContain($"ksef.step=SendConsignment outcome=failed error.type={CertificateErrors.NoCredential.Code}");
        _metrics.TagsOf("ksef.step.duration").ShouldContain("ksef.step=Send outcome=failed");
    }

    [Theory]
    [InlineData("accepted.xml", FileOutcome.Accepted)]
    [InlineData("accepted.zip", FileOutcome.Accepted)]
    [InlineData("late receipt.xml", FileOutcome.Accepted)]
    [InlineData("rejected.xml", FileOutcome.Rejected)]
    [InlineData("dead.xml", FileOutcome.DeadLettered)]
    public async Task Drop_EveryStepRunsTwiceAtOnceAndAgainWhenItIsLate_FileIsCountedOnce(string name, FileOutcome outcome)
    {
        var isDead = outcome == FileOutcome.DeadLettered;
        string[] faults = name.StartsWith("late", StringComparison.Ordinal) ? ["21178-delay:for=1h"] : [];
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic, new SwitchableCredentials { Available = !isDead }.Wrap, call => call.RunTwinsAsync(), faults);
        var invoice = RunningApp.Invoice();
        var content = name switch
        {
            "accepted.zip" => SampleArchive.Zip(SampleArchive.Invoices(invoice, 3)),
            "rejected.xml" => (invoice with { IssueDate = new DateOnly(2099, 1, 1) }).ToBytes(),
            _ => invoice.ToBytes(),
        };

        await app.DropAsync($"{SampleNips.Seller}/{name}", content);
        if (faults.Length > 0)
        {
            await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.AwaitingReceipt);
            app.Simulator.Clock.Advance(TimeSpan.FromHours(2));
        }

        var record = await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/{name}");
        await RunningApp.EventuallyAsync(async () => (await app.InstancesAsync()).All(instance => instance.IsCompleted), () => "its orchestration has ended");
        foreach (var call in app.Activities.ToList())
        {
            await call.RunLateAsync();
        }

        record.Outcome.ShouldBe(outcome);
        _metrics.TagsOf("ksef.files").ShouldBe([$"outcome={outcome}"]);
        _metrics.Of("ksef.file.duration").ShouldHaveSingleItem();
        _metrics.Of("ksef.invoices").Sum(counted => counted.Value).ShouldBe(record.Invoices.Count);
        _metrics.Of("ksef.step.duration").Count.ShouldBe(record.Steps.Count);
        _metrics.Of("ksef.dead_letters").Count.ShouldBe(isDead ? 1 : 0);
    }

    [Fact]
    public async Task Run_ManyFiles_TagsHaveFewValues()
    {
        await using var app = await RunningApp.StartAsync("close-500-after-commit", "system-warning");
        var invoices = Enumerable.Range(0, 3).Select(_ => RunningApp.Invoice()).ToList();

        var records = await Task.WhenAll(
            [.. invoices.Select((invoice, index) => app.SettleAsync($"few-{index}.xml", invoice.ToBytes())), app.SettleAsync("few.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3)))]);
        _metrics.ReadGauges();

        // Days left are one value for each company, which is what the alert on them is about.
        var values = _metrics.All.Where(one => one.Instrument != "ksef.certificate.days_left").SelectMany(one => one.Tags).Where(tag => tag.Key != "ksef.context").Select(tag => $"{tag.Value}").ToHashSet();
        string[] single = [.. records.Select(record => record.Id), .. records.SelectMany(record => record.Sessions).Select(session => session.ReferenceNumber), .. invoices.Select(invoice => invoice.Number)];
        values.ShouldAllBe(value => single.All(one => !value.Contains(one)) && !Regex.IsMatch(value, "[0-9]{6}"));
        values.Count.ShouldBeLessThan(80);
    }

    public void Dispose() => _metrics.Dispose();

    // A result can be read a moment before the step that wrote it is measured.
    private Task MeasuredAsync(string instrument, int count) =>
        RunningApp.EventuallyAsync(() => Task.FromResult(_metrics.Of(instrument).Count >= count), () => $"{instrument} was measured {count} times");
}
