using KsefFunctions.Files;
using KsefFunctions.Receipts;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

[Collection(SharedAppTests.Name)]
public sealed class SingleInvoiceTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    [Fact]
    public async Task Drop_ValidInvoice_GetsKsefNumberAndReceipt()
    {
        var invoice = RunningApp.Invoice();
        var content = invoice.ToBytes();

        var record = await _app.SettleAsync("sales/february/one.xml", content);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        var row = record.Invoices.ShouldHaveSingleItem();
        row.Number.ShouldBe(invoice.Number);
        row.KsefNumber.ShouldNotBeNull().ShouldStartWith(SampleNips.Seller);
        record.Steps.Select(step => step.Name).ShouldBe(["Validate", "Send", "Poll", "StoreUpo"]);
        record.Steps.ShouldAllBe(step => step.FinishedAt >= step.StartedAt);
        var upo = await _app.OutboxTextAsync($"{SampleNips.Seller}/sales/february/one.xml.upo.xml");
        UpoProof.Confirmed(System.Text.Encoding.UTF8.GetBytes(upo.ShouldNotBeNull())).ShouldBe([(row.KsefNumber!, row.InvoiceHash)]);
    }

    [Fact]
    public async Task Drop_ValidInvoice_ResultFileTellsTheErp()
    {
        var content = RunningApp.Invoice().ToBytes();
        var path = $"{SampleNips.Seller}/result.xml";

        var record = await _app.SettleAsync("result.xml", content);
        var result = await _app.ResultAsync(path);

        result.GetProperty("outcome").GetString().ShouldBe("Accepted");
        result.GetProperty("name").GetString().ShouldBe(path);
        result.GetProperty("sha256").GetString().ShouldBe(record.Sha256);
        result.GetProperty("invoices")[0].GetProperty("ksefNumber").GetString().ShouldBe(record.Invoices[0].KsefNumber);
        result.GetProperty("upos")[0].GetString().ShouldBe($"{path}.upo.xml");
    }

    [Fact]
    public async Task Drop_ValidInvoice_LeavesEvidenceAndNoCiphertext()
    {
        var record = await _app.SettleAsync("evidence.xml", RunningApp.Invoice().ToBytes());

        var archive = (await _app.NamesAsync("archive")).Where(name => name.StartsWith(record.ArchiveFolder, StringComparison.Ordinal)).ToList();
        archive.ShouldContain($"{record.ArchiveFolder}/original.xml");
        archive.ShouldContain(name => name.Contains("/upo/", StringComparison.Ordinal));
        var consignment = record.Invoices[0].Consignment!;
        (await _app.NamesAsync("archive")).ShouldContain(
            name => name.StartsWith($"{SampleNips.Seller}/consignments/{consignment}/ksef/1/", StringComparison.Ordinal) && name.EndsWith("-SendConsignment.json", StringComparison.Ordinal));
        await RunningApp.EventuallyAsync(
            async () => (await _app.NamesAsync("work")).All(name => !name.StartsWith(consignment, StringComparison.Ordinal)), () => "nothing of it is left in work");
    }

    [Fact]
    public async Task Drop_SameBytesUnderTwoNames_SendsOnceAndAnswersBoth()
    {
        var content = RunningApp.Invoice().ToBytes();
        var sends = _app.SimulatorCalls("OnlineSessionSend");

        var first = await _app.SettleAsync("copy-a.xml", content);
        var second = await _app.SettleAsync("copy-b.xml", content);

        second.Id.ShouldBe(first.Id);
        second.Paths.ShouldBe([$"{SampleNips.Seller}/copy-a.xml", $"{SampleNips.Seller}/copy-b.xml"]);
        var result = await _app.ResultAsync($"{SampleNips.Seller}/copy-b.xml");
        result.GetProperty("invoices")[0].GetProperty("ksefNumber").GetString().ShouldBe(first.Invoices[0].KsefNumber);
        second.Sessions.Count.ShouldBe(1);
        _app.SimulatorCalls("OnlineSessionSend").ShouldBeGreaterThan(sends);
    }

    [Fact]
    public async Task Drop_FirstContentAgainUnderTheSameName_ItsResultIsBack()
    {
        var (first, second) = (RunningApp.Invoice().ToBytes(), RunningApp.Invoice().ToBytes());
        var path = $"{SampleNips.Seller}/to-and-fro.xml";
        var accepted = await _app.SettleAsync("to-and-fro.xml", first);
        var other = await _app.SettleAsync("to-and-fro.xml", second);
        await RunningApp.EventuallyAsync(async () => await ContentOfResultAsync(path) == other.Sha256, () => "the second content has the result");

        await _app.DropAsync(path, first);

        await RunningApp.EventuallyAsync(async () => await ContentOfResultAsync(path) == accepted.Sha256, () => "the first content has it again");
        (await _app.Ledger.FindAsync(accepted.Id, CancellationToken.None))!.Attempt.ShouldBe(1);

        async Task<string?> ContentOfResultAsync(string name) => (await _app.ResultAsync(name)).GetProperty("sha256").GetString();
    }

    [Fact]
    public async Task Drop_SameNameWithOtherContent_LaterDropHasTheResult()
    {
        var first = await _app.SettleAsync("again.xml", RunningApp.Invoice().ToBytes());
        var later = RunningApp.Invoice().ToBytes();

        await _app.DropAsync($"{SampleNips.Seller}/again.xml", later);
        var second = await _app.SettledAsync(RunningApp.IdOf(later), $"{SampleNips.Seller}/again.xml");
        await RunningApp.EventuallyAsync(
            async () => (await _app.ResultAsync($"{SampleNips.Seller}/again.xml")).GetProperty("sha256").GetString() == second.Sha256,
            () => "the result is the later drop's");

        first.Outcome.ShouldBe(FileOutcome.Accepted);
        second.Outcome.ShouldBe(FileOutcome.Accepted);
    }

    [Fact]
    public async Task Drop_NumberUsedTwiceWithOtherContent_IsDuplicateByEvidence()
    {
        var invoice = RunningApp.Invoice();
        var first = await _app.SettleAsync("original.xml", invoice.ToBytes());

        var second = await _app.SettleAsync("changed.xml", (invoice with { IssueDate = invoice.IssueDate.AddDays(1) }).ToBytes());

        first.Outcome.ShouldBe(FileOutcome.Accepted);
        second.Outcome.ShouldBe(FileOutcome.Duplicate);
        var error = second.Invoices[0].Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("KSF-3302");
        error.Message.ShouldContain(first.Invoices[0].KsefNumber!);
    }

    [Fact]
    public async Task Drop_SameInvoiceSentBeforeInAPackage_IsAcceptedWithTheFirstNumber()
    {
        var content = RunningApp.Invoice().ToBytes();
        var package = await _app.SettleAsync("before.zip", SampleArchive.Zip([("a.xml", content)]));

        var single = await _app.SettleAsync("after.xml", content);

        single.Outcome.ShouldBe(FileOutcome.Accepted);
        single.Invoices[0].KsefNumber.ShouldBe(package.Invoices[0].KsefNumber);
        single.Invoices[0].InvoicingMode.ShouldBe(package.Invoices[0].InvoicingMode.ShouldNotBeNull());
        single.Invoices[0].Errors.ShouldHaveSingleItem().Code.ShouldBe("KSF-3304");
        (await _app.OutboxTextAsync($"{SampleNips.Seller}/after.xml.upo.xml")).ShouldNotBeNull();
    }
}
