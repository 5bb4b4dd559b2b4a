using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Dispatch;

namespace KsefFunctions.Tests.Dispatch;

/// <summary>What the budget of calls leaves for sessions. A tenth of each limit is left to people: of 120 online opens and closes in an hour 108 remain, of 60 batch ones 54, of 180 sends 162.</summary>
public sealed class AllowanceReaderTests
{
    private static readonly DateTimeOffset Nine = new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Read_NothingCalledYet_LeavesWhatAMinuteTakesAndAtOnce()
    {
        var read = Read(CallWindows.None, Nine);

        read.Online.ShouldBe(new Allowance(13, 27, Nine));
        read.Batch.ShouldBe(new Allowance(9, int.MaxValue, Nine));
    }

    [Fact]
    public void Read_HalfOfTheHoursSessionsAreUsed_NextOneMayBeOpenedAtOnce() =>
        Read(BatchSessions(13, apart: TimeSpan.FromSeconds(20)), Nine.AddMinutes(5)).Batch.NextAt.ShouldBe(Nine.AddMinutes(5));

    [Fact]
    public void Read_MostSessionsAreUsedByAPeak_TheOthersAreSpreadUntilThePeakCountsNoMore()
    {
        // The last one at 9:06; the peak's first one counts until 10:00:10, and 8 are left.
        var spread = (Read(BatchSessions(19, apart: TimeSpan.FromSeconds(20)), Nine.AddMinutes(8)).Batch.NextAt - Nine.AddMinutes(6)) * 8;

        spread.ShouldBeInRange(TimeSpan.FromMinutes(52), TimeSpan.FromMinutes(52.5));
    }

    [Fact]
    public void Read_APeakIsJustForgotten_IsNotRepeatedAtItsPace()
    {
        // One in four minutes since the peak; of the peak's own the first two have just become free, and the third one will in a moment.
        var last = Nine.AddMinutes(60.5);
        var windows = Repeat(BatchSessions(14, apart: TimeSpan.FromSeconds(20)), 13, last.AddMinutes(-48), TimeSpan.FromMinutes(4));

        var apart = Read(windows, last).Batch.NextAt - last;

        apart.ShouldBeInRange(TimeSpan.FromMinutes(60) / 27, TimeSpan.FromMinutes(61) / 27);
    }

    // Whatever a company has to send, and as soon as it may: nobody waits long, and little of the hour is wasted.
    [Fact]
    public void Read_SessionsAreOpenedAsSoonAsTheyMayForADay_NoneWaitsForLong()
    {
        var (windows, now, opened) = (CallWindows.None, Nine, new List<DateTimeOffset>());
        while (now < Nine.AddDays(1))
        {
            var batch = Read(windows, now).Batch;
            if (batch.NextAt <= now && batch.Sessions > 0)
            {
                opened.Add(now);
                windows = Call(Call(windows, SessionOperation.OpenBatch, now), SessionOperation.CloseBatch, now);
            }

            now = batch.NextAt > now ? batch.NextAt : now.AddSeconds(10);
        }

        opened.Zip(opened.Skip(1), (one, next) => next - one).Max().ShouldBeLessThan(TimeSpan.FromMinutes(5));
        opened.Count.ShouldBeGreaterThan(24 * 26);
    }

    [Fact]
    public void Read_NoSessionIsLeft_NamesTheMomentWhenOneCanBeOpenedAndClosed()
    {
        var batch = Read(BatchSessions(27, apart: TimeSpan.FromSeconds(20)), Nine.AddMinutes(10)).Batch;

        batch.Sessions.ShouldBe(0);
        batch.NextAt.ShouldBeInRange(Nine.AddHours(1), Nine.AddHours(1).AddSeconds(15), "what only the hour counts is known to ten seconds");
    }

    [Fact]
    public void Read_OneCallIsLeft_NoSessionIsOpenedThatCouldNotBeClosed() =>
        Read(Call(BatchSessions(26, apart: TimeSpan.FromSeconds(20)), SessionOperation.OpenBatch, Nine.AddMinutes(9)), Nine.AddMinutes(10)).Batch.Sessions.ShouldBe(0);

    [Fact]
    public void Read_SendsOfTheHourAreUsedUp_OnlineSessionsWaitForASendAndBatchOnesDoNot()
    {
        var windows = CallWindows.None;
        for (var send = 0; send < 162; send++)
        {
            windows = Call(windows, SessionOperation.Send, Nine.AddSeconds(send * 5));
        }

        var read = Read(windows, Nine.AddMinutes(20));

        read.Online.Invoices.ShouldBe(0);
        read.Online.NextAt.ShouldBeInRange(Nine.AddHours(1), Nine.AddHours(1).AddSeconds(15));
        read.Batch.NextAt.ShouldBe(Nine.AddMinutes(20));
    }

    [Fact]
    public void Read_KsefDemandsAWait_NothingIsLeftBeforeItIsOver()
    {
        var batch = Read(CallWindows.None.Block("batchSession", Nine, TimeSpan.FromSeconds(2680)), Nine.AddSeconds(80)).Batch;

        (batch.Sessions, batch.NextAt).ShouldBe((0, Nine.AddSeconds(2680)));
    }

    // From API 2.8 on.
    [Fact]
    public void Read_ClosingHasAGroupOfItsOwn_AnOpenCostsNoSecondCall()
    {
        var limits = new RateLimits(new Dictionary<string, RateLimit>(RateLimits.Published.Groups)
        {
            ["batchSessionClose"] = new RateLimit { PerSecond = 20, PerMinute = 40, PerHour = 120 },
        });
        var windows = CallWindows.None.Learn(limits, Nine);

        new BudgetView(windows, limits, 0.1m, Nine).ShouldSatisfyAllConditions(
            view => AllowanceReader.Read(view).Batch.Sessions.ShouldBe(18),
            view => AllowanceReader.Read(view).Online.Sessions.ShouldBe(13, "closing online sessions still counts with opening them"));
    }

    [Fact]
    public void Read_ClosesOfAGroupOfTheirOwnAreUsedUp_NoSessionIsOpened()
    {
        var limits = new RateLimits(new Dictionary<string, RateLimit>(RateLimits.Published.Groups)
        {
            ["batchSessionClose"] = new RateLimit { PerHour = 2 },
        });
        var windows = CallWindows.None.Learn(limits, Nine).TryReserve("batchSessionClose", limits, Nine, 0.1m, out _)!;

        var batch = AllowanceReader.Read(new BudgetView(windows, limits, 0.1m, Nine.AddMinutes(1))).Batch;

        (batch.Sessions, batch.NextAt).ShouldBe((0, Nine.AddSeconds(3605)));
    }

    [Fact]
    public void Read_NothingIsLimited_NothingHoldsBack()
    {
        var windows = BatchSessions(27, apart: TimeSpan.FromSeconds(20));

        var read = AllowanceReader.Read(new BudgetView(windows, new RateLimits(new Dictionary<string, RateLimit>()), 0.1m, Nine.AddMinutes(10)));

        (read.Online.Invoices, read.Batch.Invoices).ShouldBe((int.MaxValue, int.MaxValue));
        read.Batch.Sessions.ShouldBeGreaterThan(1_000_000);
        (read.Online.NextAt, read.Batch.NextAt).ShouldBe((Nine.AddMinutes(10), Nine.AddMinutes(10)));
    }

    private static Allowances Read(CallWindows windows, DateTimeOffset now) => AllowanceReader.Read(new BudgetView(windows, RateLimits.Published, 0.1m, now));

    private static CallWindows BatchSessions(int count, TimeSpan apart) => Repeat(CallWindows.None, count, Nine, apart);

    private static CallWindows Repeat(CallWindows windows, int sessions, DateTimeOffset first, TimeSpan apart)
    {
        for (var session = 0; session < sessions; session++)
        {
            var at = first + (apart * session);
            windows = Call(Call(windows, SessionOperation.OpenBatch, at), SessionOperation.CloseBatch, at);
        }

        return windows;
    }

    private static CallWindows Call(CallWindows windows, string operation, DateTimeOffset at) =>
        windows.TryReserve(RateLimits.Published.GroupOf(operation), RateLimits.Published, at, 0.1m, out var wait)
            ?? throw new InvalidOperationException($"The call at {at} must wait for {wait}.");
}
