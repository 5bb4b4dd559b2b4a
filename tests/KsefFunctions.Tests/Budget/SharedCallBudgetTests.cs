using System.Diagnostics;
using Ksef.Client;
using KsefFunctions.Budget;

namespace KsefFunctions.Tests.Budget;

/// <summary>Several instances of the app on one storage keep to one budget, whatever each of them knows.</summary>
public sealed class SharedCallBudgetTests(BudgetInstances instances) : IClassFixture<BudgetInstances>
{
    private readonly SetTime _time = new();
    private readonly ContextIdentifier _company = BudgetInstances.NextCompany();

    [Fact]
    public async Task Reserve_TwoInstancesAtOnce_TogetherUseNoMoreThanTheLimit()
    {
        var budgets = new[] { instances.Start(_time).Budget, instances.Start(_time).Budget };

        // Of 120 calls a minute twelve are left to people; the second's window would hold them back first, so each second is one of its own.
        var passed = 0;
        for (var second = 0; second < 8; second++)
        {
            passed += (await Task.WhenAll(Enumerable.Range(0, 20).Select(call => PassesAsync(budgets[call % 2], "GET sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}")))).Count(one => one);
            _time.Now += TimeSpan.FromSeconds(2);
        }

        passed.ShouldBe(108);
        (await ReadAsync(budgets[0])).Free("GET sessions/{referenceNumber}/invoices/{invoiceReferenceNumber}").ShouldBe(0);
    }

    // What the first writes on its old version would be what stands there already, and a write that is refused counts as done where its own bytes stand.
    [Fact]
    public async Task Reserve_TwoInstancesInTheSameMillisecond_CountsBoth()
    {
        var (one, other) = (instances.Start(_time).Budget, instances.Start(_time).Budget);
        await ReserveAsync(one);
        await ReserveAsync(other);

        await ReserveAsync(one);

        (await ReadAsync(other)).Free(SessionOperation.Send).ShouldBe(27 - 3);
    }

    [Fact]
    public async Task Reserve_BudgetIsUsedUp_AnInstanceThatStartsAnewKnows()
    {
        await UseUpAsync(instances.Start(_time).Budget);

        var held = await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(instances.Start(_time).Budget));

        held.IsHeldBack.ShouldBeTrue();
        held.Operation.ShouldBe(SessionOperation.Send);
        held.RetryAfter.ShouldBe(TimeSpan.FromSeconds(62 - 4));
    }

    [Fact]
    public async Task Reserve_KsefTurnedAnotherInstanceAway_WaitsJustAsLong()
    {
        var (one, other) = (instances.Start(_time).Budget, instances.Start(_time).Budget);
        await ReserveAsync(one);
        await ReserveAsync(other);

        await one.BlockAsync(_company, SessionOperation.Send, TimeSpan.FromSeconds(2680), CancellationToken.None);
        _time.Now += TimeSpan.FromSeconds(80);

        (await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(other))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(2600));
        await other.ReserveAsync(_company, SessionOperation.OpenOnline, CancellationToken.None);
        _time.Now += TimeSpan.FromSeconds(2600);
        await ReserveAsync(other);
    }

    [Fact]
    public async Task Reserve_ClockIsPutBackAnHour_WaitsForOneWindowOnly()
    {
        var budget = instances.Start(_time).Budget;
        await UseUpAsync(budget);

        _time.Now -= TimeSpan.FromHours(1);
        (await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(budget))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(62));
        _time.Now += TimeSpan.FromSeconds(62);

        await ReserveAsync(budget);
        await ReserveAsync(instances.Start(_time).Budget);
    }

    [Fact]
    public async Task Reserve_SecondIsFull_IsWaitedOutOnTheWay()
    {
        var budget = instances.Start(_time).Budget;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ReserveAsync(budget)));
        var waited = Stopwatch.StartNew();

        var eleventh = ReserveAsync(budget);
        await AppUnderTest.EventuallyAsync(
            () =>
            {
                _time.Now = new SetTime().Now + waited.Elapsed;
                return Task.FromResult(eleventh.IsCompleted);
            },
            () => "the second is over");

        await eleventh;
        waited.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Reserve_OneInstanceAlone_CostsOneWriteEach()
    {
        var calls = new StorageCalls();
        var budget = instances.Start(_time, calls).Budget;
        await ReserveAsync(budget);
        var before = calls.Made.Count;

        for (var call = 0; call < 5; call++)
        {
            await ReserveAsync(budget);
        }

        calls.Made.Skip(before).ShouldBe(["PUT", "PUT", "PUT", "PUT", "PUT"]);
    }

    [Fact]
    public async Task Reserve_HeldBack_CostsNothing()
    {
        var calls = new StorageCalls();
        var budget = instances.Start(_time, calls).Budget;
        await UseUpAsync(budget);
        var before = calls.Made.Count;

        await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(budget));

        calls.Made.Count.ShouldBe(before);
    }

    [Fact]
    public async Task Reserve_StorageIsAway_FailsAsStorageDoesAndLetsNothingThrough()
    {
        var calls = new StorageCalls();
        var budget = instances.Start(_time, calls).Budget;
        await ReserveAsync(budget);

        calls.AreBroken = true;
        await Should.ThrowAsync<IOException>(() => ReserveAsync(budget));
        calls.AreBroken = false;
        await ReserveAsync(budget);

        (await ReadAsync(budget)).Free(SessionOperation.Send).ShouldBe(25);
    }

    [Fact]
    public async Task Block_StorageIsAway_IsKeptToAndToldToOthersLater()
    {
        var calls = new StorageCalls();
        var (one, other) = (instances.Start(_time, calls).Budget, instances.Start(_time).Budget);
        await ReserveAsync(one);

        calls.AreBroken = true;
        await one.BlockAsync(_company, SessionOperation.Send, TimeSpan.FromSeconds(90), CancellationToken.None);
        calls.AreBroken = false;

        (await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(one))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
        (await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(other))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task Reserve_DocumentIsDamaged_BeginsAnew()
    {
        await ReserveAsync(instances.Start(_time).Budget);
        await instances.SpoilAsync(_company);
        var budget = instances.Start(_time).Budget;

        await ReserveAsync(budget);

        (await ReadAsync(budget)).Free(SessionOperation.Send).ShouldBe(26);
    }

    [Fact]
    public async Task Reserve_AnotherEnvironment_HasABudgetOfItsOwn()
    {
        await UseUpAsync(instances.Start(_time).Budget);

        await ReserveAsync(instances.Start(_time, calls: null, options => options.Environment = Settings.TargetEnvironment.Demo).Budget);
    }

    [Fact]
    public async Task Reserve_NotToKeepToLimits_CountsAndObeysKsefOnly()
    {
        var budget = instances.Start(_time, calls: null, options => options.KeepToLimits = false).Budget;
        for (var call = 0; call < 200; call++)
        {
            await ReserveAsync(budget);
        }

        budget.Read().ShouldContain(new LimitUse(_company, "invoiceSend", LimitWindow.Hour, 180, 0));
        await budget.BlockAsync(_company, SessionOperation.Send, TimeSpan.FromSeconds(90), CancellationToken.None);
        await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(budget));
    }

    [Fact]
    public async Task TakeDue_SeveralInstances_OneOfThemAsksOnceADay()
    {
        var budgets = new[] { instances.Start(_time).Budget, instances.Start(_time).Budget };
        await ReserveAsync(budgets[0]);
        await ReserveAsync(budgets[1]);

        var asked = await Task.WhenAll(budgets.Select(budget => budget.TakeDueAsync(CancellationToken.None)));
        asked.SelectMany(contexts => contexts).ShouldBe([_company]);
        await budgets[0].LearnAsync(_company, Sending(perHour: 20), CancellationToken.None);

        _time.Now += TimeSpan.FromHours(23);
        await ReserveAsync(budgets[1]);
        (await DueAsync(budgets)).ShouldBeEmpty();
        _time.Now += TimeSpan.FromHours(1);
        await ReserveAsync(budgets[1]);
        (await DueAsync(budgets)).ShouldBe([_company]);
    }

    [Fact]
    public async Task TakeDue_WhoWasToAskDied_AnotherAsksSoonAfter()
    {
        var budgets = new[] { instances.Start(_time).Budget, instances.Start(_time).Budget };
        await ReserveAsync(budgets[0]);
        await ReserveAsync(budgets[1]);
        (await budgets[0].TakeDueAsync(CancellationToken.None)).ShouldBe([_company]);

        _time.Now += TimeSpan.FromMinutes(15);
        (await budgets[1].TakeDueAsync(CancellationToken.None)).ShouldBeEmpty();
        _time.Now += TimeSpan.FromMinutes(15);

        (await budgets[1].TakeDueAsync(CancellationToken.None)).ShouldBe([_company]);
    }

    [Fact]
    public async Task Learn_OneInstanceAsked_AllKeepToItAlsoAfterARestart()
    {
        var budget = instances.Start(_time).Budget;
        await budget.LearnAsync(_company, Sending(perHour: 2), CancellationToken.None);

        var other = instances.Start(_time).Budget;
        await ReserveAsync(other);

        (await Should.ThrowAsync<KsefRateLimitException>(() => ReserveAsync(other))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(3605));
    }

    [Fact]
    public async Task Read_AnotherInstanceMadeTheCalls_TellsTheSharedUse()
    {
        var (one, other) = (instances.Start(_time).Budget, instances.Start(_time).Budget);
        await ReserveAsync(one);
        await ReserveAsync(other);
        await ReserveAsync(other);

        await one.TakeDueAsync(CancellationToken.None);

        one.Read().ShouldContain(new LimitUse(_company, "invoiceSend", LimitWindow.Hour, 180, 177));
    }

    private Task ReserveAsync(SharedCallBudget budget) => budget.ReserveAsync(_company, SessionOperation.Send, CancellationToken.None);

    private Task<BudgetView> ReadAsync(SharedCallBudget budget) => budget.ReadAsync(_company.Value, CancellationToken.None);

    // All that a minute leaves: 27 of 30, ten a second at most.
    private async Task UseUpAsync(SharedCallBudget budget)
    {
        for (var call = 0; call < 27; call++)
        {
            await ReserveAsync(budget);
            _time.Now += call % 10 == 9 ? TimeSpan.FromSeconds(2) : TimeSpan.Zero;
        }
    }

    private async Task<bool> PassesAsync(SharedCallBudget budget, string operation)
    {
        try
        {
            await budget.ReserveAsync(_company, operation, CancellationToken.None);
            return true;
        }
        catch (KsefRateLimitException)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<ContextIdentifier>> DueAsync(IEnumerable<SharedCallBudget> budgets)
    {
        var due = new List<ContextIdentifier>();
        foreach (var budget in budgets)
        {
            due.AddRange(await budget.TakeDueAsync(CancellationToken.None));
        }

        return due;
    }

    private static RateLimits Sending(int perHour) => new(new Dictionary<string, RateLimit> { ["invoiceSend"] = new RateLimit { PerHour = perHour } });
}
