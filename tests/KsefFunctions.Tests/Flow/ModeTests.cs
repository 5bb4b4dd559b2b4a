using System.Net;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

public sealed class ModeTests
{
    [Fact]
    public async Task DryRun_ValidInvoice_IsCheckedAndNothingIsSent()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.DryRun, _ => { });

        var record = await app.SettleAsync("dry.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Validated);
        record.DryRun.ShouldBeTrue();
        app.Simulator.Requests.Values.Sum().ShouldBe(0);
        (await app.ResultAsync($"{SampleNips.Seller}/dry.xml")).GetProperty("dryRun").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Approval_Approved_GoesOutAndKeepsWhoAndWhen()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var id = RunningApp.IdOf(content);
        await app.DropAsync($"{SampleNips.Seller}/wait.xml", content);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);
        app.SimulatorCalls("OnlineSessionOpen").ShouldBe(0);

        var answer = await app.PostAsync($"files/{id}/approve", new { by = "Księgowość", comment = "sprawdzone" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var record = await app.SettledAsync(id, $"{SampleNips.Seller}/wait.xml");
        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Approval.ShouldNotBeNull().By.ShouldBe("Księgowość");
        record.Approval.Comment.ShouldBe("sprawdzone");
    }

    [Fact]
    public async Task Approval_Refused_EndsUnsentAndCanBeReplayed()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var (id, path) = (RunningApp.IdOf(content), $"{SampleNips.Seller}/no.xml");
        await app.DropAsync(path, content);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);

        await app.PostAsync($"files/{id}/refuse", new { by = "Księgowość" });
        var refused = await app.SettledAsync(id, path);
        var replay = await app.PostAsync($"files/{id}/replay", new { });
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);
        await app.PostAsync($"files/{id}/approve", new { by = "Zarząd" });
        var approved = await app.SettledAsync(id, path, attempt: 2);

        refused.Outcome.ShouldBe(FileOutcome.Refused);
        refused.Sessions.ShouldBeEmpty();
        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        approved.Outcome.ShouldBe(FileOutcome.Accepted);
        approved.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Approval_ModeChangedToAutomatic_WhatWaitsWaitsOnAndWhatComesGoesOut()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var (waiting, path) = (RunningApp.Invoice().ToBytes(), $"{SampleNips.Seller}/before.xml");
        await app.DropAsync(path, waiting);
        await app.ReachedAsync(RunningApp.IdOf(waiting), FileOutcome.AwaitingApproval);

        app.Services.GetRequiredService<IOptions<KsefFunctionsOptions>>().Value.Mode = FlowMode.Automatic;
        var sent = await app.SettleAsync("after.xml", RunningApp.Invoice().ToBytes());
        var before = await app.Ledger.FindAsync(RunningApp.IdOf(waiting), CancellationToken.None);
        await app.PostAsync($"files/{RunningApp.IdOf(waiting)}/approve", new { by = "Księgowość" });
        var approved = await app.SettledAsync(RunningApp.IdOf(waiting), path);

        sent.Outcome.ShouldBe(FileOutcome.Accepted);
        before.ShouldNotBeNull().Outcome.ShouldBe(FileOutcome.AwaitingApproval);
        approved.Outcome.ShouldBe(FileOutcome.Accepted);
    }
}
