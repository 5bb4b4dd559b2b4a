using System.Globalization;
using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Settings;

namespace KsefFunctions.Tests.Dispatch;

/// <summary>What a company sends when, and in which kind of session.</summary>
public sealed class DispatchPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly GatherSettings Settings = new();

    [Fact]
    public void Plan_FileArrivedAMomentAgo_WaitsForTheQuietTime()
    {
        var plan = Plan([File(1, arrived: -0.4)]);

        plan.Consignments.ShouldBeEmpty();
        plan.LookAgainAt.ShouldBe(Now.AddSeconds(0.6));
        plan.HeldUntil.ShouldBeNull();
    }

    [Fact]
    public void Plan_NothingArrivedForASecond_SendsWhatWaits() =>
        Plan([File(1, arrived: -3), File(2, arrived: -1)]).Consignments.ShouldHaveSingleItem().Files.Count.ShouldBe(2);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1.5)]
    public void Plan_SessionsAreOnTheirWay_QuietTimeIsLongerByOneForEach(int open, double wait) =>
        Plan([File(1, arrived: -3), File(2, arrived: -1.5)], open).LookAgainAt.ShouldBe(Now.AddSeconds(wait));

    [Fact]
    public void Plan_FilesKeepArriving_SendsTenSecondsAfterTheFirst() =>
        Plan([File(1, arrived: -10), File(2, arrived: -0.1)]).Consignments.ShouldHaveSingleItem().Files.Count.ShouldBe(2);

    [Fact]
    public void Plan_AsManyInvoicesAsASessionTakes_SendsAtOnce() =>
        Plan([.. Enumerable.Range(1, 10_001).Select(number => File(number, arrived: -0.1))]).Consignments.ShouldHaveSingleItem().Files.Count.ShouldBe(10_000);

    [Fact]
    public void Plan_AsManyBytesAsASessionShouldHave_SendsAtOnce() =>
        Plan([File(1, arrived: -0.1, bytes: 600_000_000), File(2, arrived: -0.1, bytes: 600_000_000)]).Consignments.ShouldHaveSingleItem().Files.ShouldHaveSingleItem();

    [Fact]
    public void Plan_MoreThanASessionTakes_TheLongestWaitingGoFirst()
    {
        var plan = Plan([.. Enumerable.Range(1, 25_000).Reverse().Select(number => File(number, arrived: -5))]);

        plan.Consignments.Select(consignment => consignment.Files.Count).ShouldBe([10_000, 10_000, 5_000]);
        plan.Consignments[0].Files[0].Member.FileId.ShouldBe("file 1");
        plan.Consignments[2].Files[^1].Member.FileId.ShouldBe("file 25000");
    }

    [Fact]
    public void Plan_AllSessionsAreOnTheirWay_WaitsForOneToEnd()
    {
        var plan = Plan([File(1, arrived: -5)], open: 3);

        plan.Consignments.ShouldBeEmpty();
        plan.LookAgainAt.ShouldBe(Now.AddSeconds(30));
    }

    [Fact]
    public void Plan_PlaceForOneSession_SendsOne() =>
        Plan([.. Enumerable.Range(1, 25_000).Select(number => File(number, arrived: -5))], open: 2).Consignments.ShouldHaveSingleItem();

    [Theory]
    [InlineData(1, SessionKind.Online)]
    [InlineData(3, SessionKind.Online)]
    [InlineData(4, SessionKind.Batch)]
    public void Plan_SoManySingleFiles_GoByTheKindThatFits(int files, SessionKind kind) =>
        Plan([.. Enumerable.Range(1, files).Select(number => File(number, arrived: -5))]).Consignments.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Fact]
    public void Plan_PackageOfOne_GoesByBatch() => Plan([File(1, arrived: -5, package: true)]).Consignments.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Batch);

    [Fact]
    public void Plan_PackagesAndSingleFiles_EachPackageHasASessionOfItsOwnAtOnce()
    {
        var plan = Plan([File(1, arrived: -0.1, package: true), File(2, arrived: -0.1), File(3, arrived: -0.1, package: true), File(4, arrived: -0.1)]);

        plan.Consignments.Select(consignment => consignment.Files.Single().Member.FileId).ShouldBe(["file 1", "file 3"]);
        plan.LookAgainAt.ShouldBe(Now.AddSeconds(0.9));
    }

    [Fact]
    public void Plan_InvoiceWithAttachment_GoesByBatchWithAllThatWait() =>
        Plan([File(1, arrived: -5), File(2, arrived: -5, attachment: true)]).Consignments.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Batch);

    [Fact]
    public void Plan_FormThatKsefTakesOnlineOnly_GoesOnlineHoweverManyThereAre() =>
        Plan([.. Enumerable.Range(1, 250).Select(number => File(number, arrived: -5, schema: "PEF(3)"))])
            .Consignments.Select(consignment => (consignment.Kind, consignment.Files.Count))
            .ShouldBe([(SessionKind.Online, 100), (SessionKind.Online, 100), (SessionKind.Online, 50)]);

    [Fact]
    public void Plan_TwoForms_GoInASessionEach() =>
        Plan([File(1, arrived: -5), File(2, arrived: -5, schema: "PEF(3)")]).Consignments.Select(consignment => consignment.Files[0].Schema).ShouldBe(["FA(3)", "PEF(3)"], ignoreOrder: true);

    [Fact]
    public void Plan_OnlineCallsAreUsedUp_AFewGoByBatch() =>
        Plan([File(1, arrived: -5)], allowances: Allowances.Unlimited with { Online = new Allowance(0, 0, Now.AddMinutes(20)) })
            .Consignments.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Batch);

    [Fact]
    public void Plan_NotEnoughSendsAreLeft_AFewGoByBatch() =>
        Plan([File(1, arrived: -5), File(2, arrived: -5)], allowances: Allowances.Unlimited with { Online = new Allowance(5, 1, Now) })
            .Consignments.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Batch);

    [Fact]
    public void Plan_BatchSessionsAreUsedUp_ManyGoOnlineAsFarAsSendsAreLeft() =>
        Plan(
            [.. Enumerable.Range(1, 40).Select(number => File(number, arrived: -5))],
            allowances: new Allowances(new Allowance(10, 162, Now), new Allowance(0, int.MaxValue, Now.AddMinutes(5))))
            .Consignments.ShouldHaveSingleItem().Kind.ShouldBe(SessionKind.Online);

    [Fact]
    public void Plan_BatchSessionIsDueSoonAndNotAllCanGoOnline_WaitsForIt()
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 40).Select(number => File(number, arrived: -5))],
            allowances: new Allowances(new Allowance(10, 27, Now), new Allowance(3, int.MaxValue, Now.AddMinutes(2))));

        plan.Consignments.ShouldBeEmpty();
        plan.HeldUntil.ShouldBe(Now.AddMinutes(2));
    }

    // What the session that is on its way will still send is not in the budget yet.
    [Fact]
    public void Plan_BatchSessionIsDueSoonAndAnotherSessionIsOnItsWay_WaitsForIt() =>
        Plan(
            [.. Enumerable.Range(1, 20).Select(number => File(number, arrived: -5))],
            open: 1,
            allowances: new Allowances(new Allowance(10, 27, Now), new Allowance(3, int.MaxValue, Now.AddMinutes(2))))
            .Consignments.ShouldBeEmpty();

    [Fact]
    public void Plan_BatchSessionsAreHeldBackForLong_AsManyGoOnlineAsSendsAreLeft()
    {
        var consignment = Plan(
            [.. Enumerable.Range(1, 40).Select(number => File(number, arrived: -5))],
            allowances: new Allowances(new Allowance(10, 27, Now), new Allowance(0, int.MaxValue, Now.AddMinutes(40)))).Consignments.ShouldHaveSingleItem();

        (consignment.Kind, consignment.Files.Count).ShouldBe((SessionKind.Online, 27));
    }

    [Fact]
    public void Plan_AttachmentAndBatchSessionsAreUsedUp_Waits()
    {
        var plan = Plan(
            [File(1, arrived: -5, attachment: true)], allowances: Allowances.Unlimited with { Batch = new Allowance(0, int.MaxValue, Now.AddMinutes(5)) });

        plan.Consignments.ShouldBeEmpty();
        plan.HeldUntil.ShouldBe(Now.AddMinutes(5));
    }

    [Fact]
    public void Plan_BothKindsAreUsedUp_WaitsForTheOneThatIsFreeFirst()
    {
        var plan = Plan(
            [File(1, arrived: -5)],
            allowances: new Allowances(new Allowance(0, 0, Now.AddMinutes(20)), new Allowance(0, int.MaxValue, Now.AddMinutes(5))));

        plan.Consignments.ShouldBeEmpty();
        (plan.HeldUntil, plan.LookAgainAt).ShouldBe((Now.AddMinutes(5), Now.AddMinutes(5)));
    }

    [Fact]
    public void Plan_OneSessionIsLeft_TheSecondOneWaits()
    {
        var plan = Plan(
            [.. Enumerable.Range(1, 15_000).Select(number => File(number, arrived: -5))],
            allowances: new Allowances(new Allowance(0, 0, Now.AddMinutes(20)), new Allowance(1, int.MaxValue, Now)));

        plan.Consignments.ShouldHaveSingleItem().Files.Count.ShouldBe(10_000);
    }

    [Fact]
    public void Plan_NothingWaits_LooksAgainOnlyWhenItIsCalled()
    {
        var plan = Plan([]);

        plan.Consignments.ShouldBeEmpty();
        (plan.LookAgainAt, plan.HeldUntil).ShouldBe((null, null));
    }

    private static DispatchPlan Plan(IReadOnlyCollection<WaitingFile> waiting, int open = 0, Allowances? allowances = null) =>
        DispatchPlan.Of(waiting, open, allowances ?? Allowances.Unlimited, Settings, Now);

    private static WaitingFile File(
        int number, double arrived, bool package = false, bool attachment = false, string schema = "FA(3)", long bytes = 3000) => new()
        {
            // Names count down, as in the ledger.
            Name = string.Create(CultureInfo.InvariantCulture, $"waiting/1111111111/{schema}/{1_000_000 - number:D13}-file-1"),
            Member = new ConsignmentMember($"file {number}", $"files/{number}.json", 1),
            Schema = schema,
            Invoices = 1,
            Bytes = bytes,
            HasAttachment = attachment,
            IsPackage = package,
            ArrivedAt = Now.AddSeconds(arrived),
        };
}
