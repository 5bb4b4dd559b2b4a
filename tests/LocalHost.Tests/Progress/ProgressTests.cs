using System.Text.Json;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using LocalHost.Drops;
using LocalHost.Progress;
using Spectre.Console;

namespace LocalHost.Tests.Progress;

public sealed class ProgressTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly RecordedError Error = new("KSF-1304", "The date lies ahead.", "Data z przyszłości.", "/Faktura/Fa/P_1", 12, 3);
    private static readonly RecordedError Late = new("KSF-3403", "No receipt.", "Brak UPO.", Warning: true);
    private static readonly RecordedError Warning = new("KSF-1500", "The totals differ.", "Sumy się różnią.", Warning: true);

    [Fact]
    public void ToJson_AcceptedWithAWarning_HasTheContractsShapeAndNoErrors()
    {
        string json = RunReport.Of([File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted, Warning) with { InvoicingMode = "Offline" }])]).ToJson();

        json.ShouldBe("""
            {"files":[{"name":"a.xml","outcome":"Accepted","errors":[],"warningCount":1,"warnings":[],
            "invoices":[{"number":"FV/1","ksefNumber":"K-1","outcome":"Accepted","invoicingMode":"Offline","errors":[],
            "warnings":[{"code":"KSF-1500","path":null,"line":null,"message":"The totals differ."}]}],
            "steps":[{"name":"Validate","startedAt":"2026-03-02T12:00:00+00:00","finishedAt":"2026-03-02T12:00:01+00:00"}]}]}
            """.ReplaceLineEndings(string.Empty));
    }

    [Fact]
    public void ToJson_Rejected_SaysWhatAndWhere()
    {
        using JsonDocument report = JsonDocument.Parse(RunReport.Of([File(FileOutcome.Rejected, [Invoice(InvoiceOutcome.Rejected, Error)])]).ToJson());

        JsonElement error = report.RootElement.GetProperty("files")[0].GetProperty("invoices")[0].GetProperty("errors")[0];
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["code", "path", "line", "message"]);
        error.GetProperty("path").GetString().ShouldBe("/Faktura/Fa/P_1");
        error.GetProperty("line").GetInt32().ShouldBe(12);
    }

    [Fact]
    public void ToJson_WarningOfTheFile_StandsWithTheFileAndIsCountedWithThoseOfItsInvoices()
    {
        DropProgress file = File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted, Warning, Error)]);
        file = file with { Record = file.Record! with { Errors = [Late] } };

        using JsonDocument report = JsonDocument.Parse(RunReport.Of([file]).ToJson());

        JsonElement reported = report.RootElement.GetProperty("files")[0];
        reported.GetProperty("warningCount").GetInt32().ShouldBe(2);
        CodesOf(reported, "warnings").ShouldBe(["KSF-3403"]);
        CodesOf(reported, "errors").ShouldBeEmpty();
        CodesOf(reported.GetProperty("invoices")[0], "warnings").ShouldBe(["KSF-1500"]);
        CodesOf(reported.GetProperty("invoices")[0], "errors").ShouldBe(["KSF-1304"]);
    }

    [Fact]
    public void ToJson_FileThatNobodyHasSeenYet_IsListedWithoutOutcome() =>
        RunReport.Of([new DropProgress(Dropped, null, null)]).ToJson().ShouldBe("""{"files":[{"name":"a.xml","outcome":null,"errors":[],"warningCount":0,"warnings":[],"invoices":[],"steps":[]}]}""");

    [Theory]
    [InlineData(FileOutcome.Accepted, false, true)]
    [InlineData(FileOutcome.Validated, true, true)]
    [InlineData(FileOutcome.PartlyAccepted, false, false)]
    [InlineData(FileOutcome.Rejected, false, false)]
    [InlineData(FileOutcome.Rejected, true, false)]
    [InlineData(FileOutcome.Duplicate, false, false)]
    [InlineData(FileOutcome.DeadLettered, false, false)]
    [InlineData(FileOutcome.Processing, false, false)]
    public void IsGood_Outcome_DecidesTheExitCode(FileOutcome outcome, bool dryRun, bool expected)
    {
        DropProgress file = File(outcome, []);

        (file with { Record = file.Record! with { DryRun = dryRun } }).IsGood.ShouldBe(expected);
    }

    [Fact]
    public void Show_SameStateTwice_PrintsOneLine()
    {
        var output = new StringWriter { NewLine = "\n" };
        var lines = new PlainLines(output, new ManualTimeProvider(Noon.AddSeconds(2)));
        DropProgress rejected = File(FileOutcome.Rejected, [Invoice(InvoiceOutcome.Rejected, Error)]);

        lines.Show([new DropProgress(Dropped, null, null)]);
        lines.Show([rejected]);
        lines.Show([rejected]);

        output.ToString().ShouldBe("a.xml: in the inbox\na.xml: Rejected after 1.0 s  KSF-1304 The date lies ahead.\n");
    }

    [Fact]
    public void Show_AcceptedWithWarnings_CountsThemAndPrintsALineForEach()
    {
        string shown = Lines(File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted, Warning, Late)]));

        shown.ShouldBe("a.xml: Accepted with 2 warnings after 1.0 s  K-1\n  warning KSF-1500 The totals differ.\n  warning KSF-3403 No receipt.\n");
    }

    [Fact]
    public void Show_PackageWithManyWarnings_NamesTheirInvoicesAndCountsTheRest()
    {
        IEnumerable<InvoiceRow> invoices = Enumerable.Range(1, 2000).Select(ordinal => Invoice(InvoiceOutcome.Accepted, Warning) with { Ordinal = ordinal, Name = $"{ordinal}.xml" });

        string[] shown = Lines(File(FileOutcome.Accepted, [.. invoices, Invoice(InvoiceOutcome.Accepted, Late) with { Name = "last.xml" }])).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        shown[0].ShouldBe("a.xml: Accepted with 2001 warnings after 1.0 s  2001 of 2001 invoices accepted");
        shown[1].ShouldBe("  warning KSF-1500 in 1.xml: The totals differ.");
        shown[2].ShouldBe("  warning KSF-3403 in last.xml: No receipt.");
        shown[^1].ShouldBe("  and 1991 warnings more");
        shown.Length.ShouldBe(12);
    }

    [Fact]
    public void Show_RejectedWithAWarning_SaysBoth() => Lines(File(FileOutcome.Rejected, [Invoice(InvoiceOutcome.Rejected, Warning, Error)]))
        .ShouldBe("a.xml: Rejected with 1 warning after 1.0 s  KSF-1304 The date lies ahead.\n  warning KSF-1500 The totals differ.\n");

    [Fact]
    public void Draw_FileWithWarnings_ShowsThemUnderItsNumber()
    {
        string shown = Table([File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted, Warning, Late)])]);

        shown.ShouldContain("Accepted with 2 warnings");
        shown.ShouldContain("warning KSF-1500 The totals differ.");
        shown.ShouldContain("warning KSF-3403 No receipt.");
    }

    [Fact]
    public void Draw_ManyFilesWithWarnings_ShowsOneOfEach()
    {
        string shown = Table([.. Enumerable.Range(0, 20).Select(_ => File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted, Warning, Late)]))]);

        shown.ShouldContain("and 1 warning more");
        shown.ShouldNotContain("KSF-3403");
    }

    [Fact]
    public void Draw_TextWithMarkup_IsShownAsItIs() =>
        Table([new DropProgress(Dropped with { Name = "[red]a.xml" }, null, null)]).ShouldContain("[red]a.xml");

    [Fact]
    public void Draw_MoreFilesThanRows_ShowsWhatWentWrongAndCounts()
    {
        IEnumerable<DropProgress> good = Enumerable.Range(0, 40).Select(_ => File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted)]));

        string shown = Table([.. good, File(FileOutcome.Rejected, [Invoice(InvoiceOutcome.Rejected, Error)])]);

        shown.ShouldContain("KSF-1304");
        shown.ShouldContain("41 of 41 files are done");
    }

    [Fact]
    public void Show_PackageInDryRun_SaysThatAllIsValidAndNothingSent()
    {
        DropProgress accepted = File(FileOutcome.Validated, [Invoice(InvoiceOutcome.Pending), Invoice(InvoiceOutcome.Pending)]);

        Lines(accepted with { Record = accepted.Record! with { DryRun = true } }).ShouldBe("a.xml: Validated (dry run) after 1.0 s  2 of 2 invoices valid, none sent\n");
    }

    private static IEnumerable<string?> CodesOf(JsonElement owner, string member) => owner.GetProperty(member).EnumerateArray().Select(error => error.GetProperty("code").GetString());

    private static string Lines(DropProgress file)
    {
        var output = new StringWriter { NewLine = "\n" };
        new PlainLines(output, new ManualTimeProvider(Noon.AddSeconds(2))).Show([file]);
        return output.ToString();
    }

    private static string Table(IReadOnlyList<DropProgress> files)
    {
        var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = 160;
        console.Write(LiveTable.Draw(files, Noon));
        return output.ToString();
    }

    private static DroppedFile Dropped => new("a.xml", "1111111111/a.xml", "id", Noon, 0);

    private static InvoiceRow Invoice(InvoiceOutcome outcome, params RecordedError[] errors) => new()
    {
        Ordinal = 1,
        Name = "a.xml",
        InvoiceHash = "hash",
        Size = 1,
        Number = "FV/1",
        KsefNumber = "K-1",
        Outcome = outcome,
        Errors = errors,
    };

    private static DropProgress File(FileOutcome outcome, IReadOnlyList<InvoiceRow> invoices)
    {
        var record = new FileRecord
        {
            Id = "id",
            LedgerName = "ledger",
            ContextNip = "1111111111",
            Sha256 = "hash",
            Size = 1,
            Paths = ["1111111111/a.xml"],
            ReceivedAt = Noon,
            FinishedAt = Noon.AddSeconds(1),
            Outcome = outcome,
            Invoices = invoices,
            Steps = [new StepRecord("Validate", Noon, Noon.AddSeconds(1))],
        };
        return new DropProgress(Dropped, FileSummary.Of(record), record);
    }
}
