using System.Net;
using System.Text.Json;
using KsefFunctions.Errors;
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
    public async Task DryRun_ValidInvoice_IsFinalEverywhereAndSaysWhatALaterDropDoes()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.DryRun, _ => { });

        var record = await app.SettleAsync("dry.xml", RunningApp.Invoice().ToBytes());

        var note = (await app.ResultAsync($"{SampleNips.Seller}/dry.xml")).GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        note.GetProperty("code").GetString().ShouldBe(FileErrors.CheckedOnly.Code);
        note.GetProperty("severity").GetString().ShouldBe("note");
        record.Errors.ShouldBeEmpty();
        var counts = await GetAsync(app, "counts");
        counts.GetProperty("open").GetInt32().ShouldBe(0);
        counts.GetProperty("dryRun").GetInt32().ShouldBe(1);
        (await GetAsync(app, "files?outcome=Validated&final=true")).GetProperty("files").GetArrayLength().ShouldBe(1);
        (await GetAsync(app, "files?outcome=Validated&final=false")).GetProperty("files").GetArrayLength().ShouldBe(0);
        (await GetAsync(app, "files?final=false")).GetProperty("files").GetArrayLength().ShouldBe(0);
        (await app.Http.GetAsync("files?final=perhaps")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task DryRun_SameFileDroppedAgainWhenTheAppSends_IsSentAndSaysNothingOfTheDryRun()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.DryRun, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var path = $"{SampleNips.Seller}/dry.xml";
        var dry = await app.SettleAsync("dry.xml", content);
        app.Services.GetRequiredService<IOptions<KsefFunctionsOptions>>().Value.Mode = FlowMode.Automatic;

        // An event that is told twice is no new drop.
        await app.NoticeAsync(path);
        (await app.Ledger.FindAsync(dry.Id, CancellationToken.None))!.Attempt.ShouldBe(1);
        await app.DropAsync(path, content);
        var record = await app.SettledAsync(dry.Id, path, attempt: 2);

        (record.Outcome, record.DryRun).ShouldBe((FileOutcome.Accepted, false));
        var result = await app.ResultAsync(path);
        result.GetProperty("dryRun").GetBoolean().ShouldBeFalse();
        result.GetProperty("errors").GetArrayLength().ShouldBe(0);
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task DryRun_RejectedInvoice_HasNoNote()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.DryRun, _ => { });

        await app.SettleAsync("bad.xml", "<Faktura>"u8.ToArray());

        (await app.ResultAsync($"{SampleNips.Seller}/bad.xml")).GetProperty("errors").EnumerateArray()
            .ShouldNotContain(error => error.GetProperty("code").GetString() == FileErrors.CheckedOnly.Code);
        (await GetAsync(app, "counts")).GetProperty("dryRun").GetInt32().ShouldBe(0);
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

    private static async Task<JsonElement> GetAsync(RunningApp app, string route)
    {
        using var answer = JsonDocument.Parse(await app.Http.GetStringAsync(route));
        return answer.RootElement.Clone();
    }
}
