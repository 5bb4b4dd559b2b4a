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
    private static readonly RecordedError Warning = new("KSF-1500", "The totals differ.", "Sumy się różnią.", Warning: true);

    [Fact]
    public void ToJson_AcceptedWithAWarning_HasTheContractsShapeAndNoErrors()
    {
        string json = RunReport.Of([File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted, Warning)])]).ToJson();

        json.ShouldBe("""
            {"files":[{"name":"a.xml","outcome":"Accepted","errors":[],
            "invoices":[{"number":"FV/1","ksefNumber":"K-1","outcome":"Accepted","errors":[]}],
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
    public void ToJson_FileThatNobodyHasSeenYet_IsListedWithoutOutcome() =>
        RunReport.Of([new DropProgress(Dropped, null, null)]).ToJson().ShouldBe("""{"files":[{"name":"a.xml","outcome":null,"errors":[],"invoices":[],"steps":[]}]}""");

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
    public void Draw_TextWithMarkup_IsShownAsItIs()
    {
        var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = 160;

        console.Write(LiveTable.Draw([new DropProgress(Dropped with { Name = "[red]a.xml" }, null, null)], Noon));

        output.ToString().ShouldContain("[red]a.xml");
    }

    [Fact]
    public void Draw_MoreFilesThanRows_ShowsWhatWentWrongAndCounts()
    {
        var output = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = 160;
        IEnumerable<DropProgress> good = Enumerable.Range(0, 40).Select(_ => File(FileOutcome.Accepted, [Invoice(InvoiceOutcome.Accepted)]));

        console.Write(LiveTable.Draw([.. good, File(FileOutcome.Rejected, [Invoice(InvoiceOutcome.Rejected, Error)])], Noon));

        output.ToString().ShouldContain("KSF-1304");
        output.ToString().ShouldContain("41 of 41 files are done");
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
