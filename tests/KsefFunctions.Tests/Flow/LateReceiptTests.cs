using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A KSeF number does not wait for its receipt, and a late receipt makes no dead letter of what is legally issued.</summary>
public sealed class LateReceiptTests
{
    private const string Delayed = "21178-delay:for=1h";
    private const string Never = "21178-forever:count=all";

    public static TheoryData<string> Files => ["single.xml", "package.zip"];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Drop_ReceiptIsLate_ResultIsOutAtOnceAndAgainWithTheReceipt(string name)
    {
        await using var app = await StartAsync(TimeSpan.FromDays(7), Delayed);
        var content = Content(name);
        var path = $"{SampleNips.Seller}/{name}";
        await app.DropAsync(path, content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.AwaitingReceipt);

        var early = await app.ResultAsync(path);
        early.GetProperty("outcome").GetString().ShouldBe("Accepted");
        early.GetProperty("receipt").GetString().ShouldBe("Pending");
        early.GetProperty("invoices").EnumerateArray().ShouldAllBe(invoice => invoice.GetProperty("ksefNumber").GetString()!.Length == 35);

        app.Simulator.Clock.Advance(TimeSpan.FromHours(2));
        var record = await app.SettledAsync(RunningApp.IdOf(content), path);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.ShouldHaveSingleItem();
        var late = await app.ResultAsync(path);
        late.GetProperty("receipt").GetString().ShouldBe("Complete");
        late.GetProperty("upos").GetArrayLength().ShouldBeGreaterThan(0);
        record.Steps.Select(step => step.Name).ShouldBe(["Validate", "Send", "Poll", "StoreUpo"]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Drop_ReceiptNeverComes_IsAcceptedWithoutItAndNoDeadLetter(string name)
    {
        await using var app = await StartAsync(TimeSpan.FromMilliseconds(50), Never);

        var record = await app.SettleAsync(name, Content(name));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(ReceiptErrors.UpoMissing.Code);
        (await app.ResultAsync(record.Paths[0])).GetProperty("receipt").GetString().ShouldBe("Missing");
        (await app.DeadLettersAsync()).ShouldBeEmpty();
    }

    private static byte[] Content(string name) => name.EndsWith(".zip", StringComparison.Ordinal)
        ? SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 20))
        : RunningApp.Invoice().ToBytes();

    private static Task<RunningApp> StartAsync(TimeSpan receiptsFor, string fault) => RunningApp.StartAsync(
        FlowMode.Automatic,
        services => services.Configure<KsefFunctionsOptions>(options =>
        {
            options.ReceiptsFor = receiptsFor;
            options.FirstRetry = TimeSpan.FromMilliseconds(20);
            options.LongestRetry = TimeSpan.FromMilliseconds(100);
        }),
        fault);
}
