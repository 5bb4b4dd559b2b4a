using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Budget;

namespace KsefFunctions.Tests.Budget;

/// <summary>The arithmetic of the budget: sliding windows a little longer than KSeF's, a share left to people, waits, and clocks that jump.</summary>
public sealed class CallWindowsTests
{
    private const string Group = "invoiceSend";
    private static readonly DateTimeOffset Nine = new(2026, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly ContextIdentifier Company = ContextIdentifier.Nip("1111111111");

    [Fact]
    public void TryReserve_NoCallsYet_IsReserved() => CallWindows.None.TryReserve(Group, Limits(10, 30, 180), Nine, 0.1m, out _).ShouldNotBeNull();

    [Theory]
    [InlineData(3, null, null, 3, 1.25)]
    [InlineData(null, 20, null, 18, 62)]
    [InlineData(null, null, 100, 90, 3605)]
    public void TryReserve_WindowIsFull_WaitsUntilItsOldestCallLeavesIt(int? second, int? minute, int? hour, int passing, double wait)
    {
        var limits = Limits(second, minute, hour);
        var full = Reserve(CallWindows.None, limits, Nine, passing);

        WaitFor(full, limits, Nine).ShouldBe(TimeSpan.FromSeconds(wait));
        WaitFor(full, limits, Nine.AddSeconds(wait / 2)).ShouldBe(TimeSpan.FromSeconds(wait / 2));
        WaitFor(full, limits, Nine.AddSeconds(wait).AddMilliseconds(-1)).ShouldBe(TimeSpan.FromMilliseconds(1));
        WaitFor(full, limits, Nine.AddSeconds(wait)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void TryReserve_SeveralWindowsAreFull_WaitsForTheLast()
    {
        var limits = Limits(1, 3, 4);
        var full = Reserve(CallWindows.None, limits, Nine, 1);
        full = Reserve(full, limits, Nine.AddSeconds(30), 1);

        WaitFor(full, limits, Nine.AddSeconds(31)).ShouldBe(TimeSpan.FromSeconds(31), "of three a minute one is left to people");
    }

    [Fact]
    public void TryReserve_OtherGroupIsFull_IsReserved()
    {
        var limits = Limits(null, null, 1);

        Reserve(CallWindows.None, limits, Nine, 1).TryReserve("sessionMisc", limits, Nine, 0, out _).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(0, 180)]
    [InlineData(0.1, 162)]
    [InlineData(0.101, 161)]
    [InlineData(0.9, 18)]
    public void TryReserve_ShareLeftToPeople_IsNeverUsed(double share, int passing)
    {
        var (windows, limits) = (CallWindows.None, Limits(null, null, 180));
        for (var call = 0; call < passing; call++)
        {
            windows = windows.TryReserve(Group, limits, Nine, (decimal)share, out _).ShouldNotBeNull();
        }

        windows.TryReserve(Group, limits, Nine, (decimal)share, out _).ShouldBeNull();
    }

    [Fact]
    public void TryReserve_LimitOfOne_PassesWhateverTheShareIs() =>
        CallWindows.None.TryReserve(Group, Limits(1, 1, 1), Nine, 0.9m, out _).ShouldNotBeNull();

    [Fact]
    public void TryReserve_GroupWithoutALimit_IsCountedAndPasses()
    {
        var counted = Reserve(CallWindows.None, new RateLimits(new Dictionary<string, RateLimit>()), Nine, 1000);

        counted.Uses(Company, Nine).ShouldContain(use => use.Window == LimitWindow.Hour && use.Left == 0);
    }

    // KSeF counts an hour and a minute from each call: of what it sees, no window may hold more than it allows.
    [Fact]
    public void TryReserve_AsOftenAsItPassesForADay_NeverExceedsAWindowOfKsefAndWastesLittle()
    {
        var limits = Limits(10, 30, 180);
        var (windows, now, made) = (CallWindows.None, Nine, new List<DateTimeOffset>());
        while (now < Nine.AddDays(1))
        {
            if (windows.TryReserve(Group, limits, now, 0, out var wait) is { } reserved)
            {
                (windows, wait) = (reserved, TimeSpan.FromMilliseconds(7));
                made.Add(now);
            }

            now += wait;
        }

        foreach (var (window, most) in new[] { (TimeSpan.FromSeconds(1), 10), (TimeSpan.FromMinutes(1), 30), (TimeSpan.FromHours(1), 180) })
        {
            Enumerable.Range(most, made.Count - most).ShouldAllBe(call => made[call] - made[call - most] >= window);
        }

        made.Count.ShouldBeGreaterThan(24 * 180 * 98 / 100);
    }

    [Fact]
    public void TryReserve_MuchMoreThanProductionAllows_StaysSmall()
    {
        var (windows, limits) = (CallWindows.None, Limits(null, null, 12_000));
        for (var call = 0; call < 12_000; call++)
        {
            windows = windows.TryReserve(Group, limits, Nine.AddSeconds(call * 0.3), 0, out _).ShouldNotBeNull();
        }

        var now = Nine.AddSeconds(12_000 * 0.3);
        Json(windows).Length.ShouldBeLessThan(20_000);
        WaitFor(windows, limits, now, share: 0).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), "the first calls are forgotten ten seconds late at most");
    }

    [Fact]
    public void Block_AfterA429_NothingPassesForExactlyThatTime()
    {
        var limits = Limits(10, 30, 180);
        var blocked = CallWindows.None.Block(Group, Nine, TimeSpan.FromSeconds(2680));

        WaitFor(blocked, limits, Nine).ShouldBe(TimeSpan.FromSeconds(2680));
        WaitFor(blocked, limits, Nine.AddSeconds(2679)).ShouldBe(TimeSpan.FromSeconds(1));
        WaitFor(blocked, limits, Nine.AddSeconds(2680)).ShouldBe(TimeSpan.Zero);
        blocked.TryReserve("sessionMisc", limits, Nine, 0, out _).ShouldNotBeNull("each group waits for itself");
    }

    [Fact]
    public void Block_Twice_TheLongestWaitCounts()
    {
        var blocked = CallWindows.None.Block(Group, Nine, TimeSpan.FromSeconds(100));

        WaitFor(blocked.Block(Group, Nine.AddSeconds(1), TimeSpan.FromSeconds(5)), Limits(10, 30, 180), Nine.AddSeconds(1)).ShouldBe(TimeSpan.FromSeconds(99));
        WaitFor(blocked.Block(Group, Nine.AddSeconds(1), TimeSpan.FromSeconds(500)), Limits(10, 30, 180), Nine.AddSeconds(1)).ShouldBe(TimeSpan.FromSeconds(500));
    }

    [Fact]
    public void Rewound_ClockWasPutBackAnHour_CallsCountForOneWindowFromNow()
    {
        var limits = Limits(null, 30, null);
        var full = Reserve(CallWindows.None, limits, Nine, 27);
        var eight = Nine.AddHours(-1);

        WaitFor(full, limits, eight).ShouldBe(TimeSpan.FromSeconds(62));
        var rewound = full.Rewound(eight);

        WaitFor(rewound, limits, eight).ShouldBe(TimeSpan.FromSeconds(62));
        WaitFor(rewound, limits, eight.AddSeconds(62)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Rewound_ClockWasPutBackAnHour_TheDemandedWaitBeginsNow()
    {
        var eight = Nine.AddHours(-1);
        var rewound = CallWindows.None.Block(Group, Nine, TimeSpan.FromSeconds(100)).Rewound(eight);

        WaitFor(rewound, Limits(10, 30, 180), eight).ShouldBe(TimeSpan.FromSeconds(100));
        WaitFor(rewound, Limits(10, 30, 180), eight.AddSeconds(100)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Rewound_ClocksOfInstancesDifferALittle_IsLeftAsItIs()
    {
        var windows = Reserve(CallWindows.None, Limits(10, 30, 180), Nine, 1);

        windows.Rewound(Nine.AddSeconds(-1)).ShouldBeSameAs(windows);
    }

    [Fact]
    public void TryReserve_ClockWasPutForwardAnHour_WhatWasIsForgotten()
    {
        var limits = Limits(null, null, 100);
        var full = Reserve(CallWindows.None, limits, Nine, 90);

        var forward = full.TryReserve(Group, limits, Nine.AddHours(1.1), 0.1m, out _).ShouldNotBeNull();

        forward.Groups[Group].Used(LimitWindows.Hour, Nine.AddHours(1.1)).ShouldBe(1);
    }

    [Fact]
    public void Learn_KsefsOwnLimits_HoldForADay()
    {
        var used = Reserve(CallWindows.None, Limits(10, 30, 180), Nine, 1);
        used.IsDue(Nine).ShouldBeTrue();

        var learned = used.Learn(Limits(1, 2, 3), Nine);

        learned.Limits.InvoiceSend!.PerHour.ShouldBe(3);
        learned.IsDue(Nine.AddMinutes(30)).ShouldBeFalse();
        var nextDay = Reserve(learned, learned.Limits, Nine.AddDays(1), 1);
        nextDay.IsDue(Nine.AddDays(1)).ShouldBeTrue();
        nextDay.IsDue(Nine.AddDays(1).AddHours(2)).ShouldBeFalse("nothing was called for an hour");
        nextDay.Learn(limits: null, Nine.AddDays(1)).Limits.InvoiceSend!.PerHour.ShouldBe(3, "a refusal keeps what is known");
    }

    [Fact]
    public void IsDue_ClockWasPutBackByMonths_IsAskedAgain() =>
        Reserve(CallWindows.None.Learn(Limits(1, 2, 3), Nine.AddDays(90)), Limits(10, 30, 180), Nine, 1).IsDue(Nine).ShouldBeTrue();

    [Fact]
    public void Uses_CallsAndAWait_AreByKsefsOwnWindowsAndLimits()
    {
        var windows = Reserve(CallWindows.None, Limits(10, 30, 180), Nine, 5);

        windows.Uses(Company, Nine.AddSeconds(60)).ShouldBe([new LimitUse(Company, Group, LimitWindow.Minute, 30, 30), new LimitUse(Company, Group, LimitWindow.Hour, 180, 175)]);
        windows.Block(Group, Nine, TimeSpan.FromSeconds(90)).Uses(Company, Nine.AddSeconds(60)).ShouldAllBe(use => use.Left == 0);
        windows.Uses(Company, Nine.AddHours(1.1)).ShouldBeEmpty();
    }

    [Fact]
    public void Json_ThereAndBack_IsTheSameBudget()
    {
        var limits = Limits(10, 30, 180);
        var windows = Reserve(CallWindows.None, limits, Nine, 3).Block("sessionMisc", Nine, TimeSpan.FromSeconds(90)).Learn(limits, Nine);
        windows = Reserve(windows, limits, Nine.AddSeconds(20), 2);

        var read = JsonSerializer.Deserialize(Json(windows), BudgetJson.Default.CallWindows)!;

        Json(read).ShouldBe(Json(windows));
        Json(read).ShouldContain($"\"calls\":[{Nine.ToUnixTimeMilliseconds()},3,{Nine.AddSeconds(20).ToUnixTimeMilliseconds()},2]");
        read.Limits.InvoiceSend.ShouldBe(limits.InvoiceSend);
        WaitFor(read with { Learned = null }, RateLimits.Published, Nine.AddSeconds(20), "sessionMisc").ShouldBe(TimeSpan.FromSeconds(70));
    }

    [Fact]
    public void View_SomeCallsMade_TellsWhatIsFreeAndWhen()
    {
        var limits = RateLimits.Published;
        var windows = Reserve(CallWindows.None, limits, Nine, 5);
        windows = Reserve(windows, limits, Nine.AddSeconds(30), 5);
        var view = new BudgetView(windows, limits, 0.1m, Nine.AddSeconds(40));

        view.Free(SessionOperation.Send).ShouldBe(17);
        view.Free(SessionOperation.OpenBatch).ShouldBe(18);
        view.UsedInAnHour(SessionOperation.Send).ShouldBe(10);
        view.FreeAt(SessionOperation.Send, 17).ShouldBe(view.At);
        view.FreeAt(SessionOperation.Send, 18).ShouldBe(Nine.AddSeconds(62));
        view.FreeAt(SessionOperation.Send, 23).ShouldBe(Nine.AddSeconds(92));
        view.FreeAt(SessionOperation.Send, 1000).ShouldBe(Nine.AddSeconds(30 + 3605), "more than an hour holds: when the hour is empty");
    }

    [Fact]
    public void View_KsefDemandsAWait_NothingIsFreeUntilThen()
    {
        var view = new BudgetView(CallWindows.None.Block("onlineSession", Nine, TimeSpan.FromSeconds(2680)), RateLimits.Published, 0.1m, Nine);

        view.Free(SessionOperation.OpenOnline).ShouldBe(0);
        view.FreeAt(SessionOperation.OpenOnline, 1).ShouldBe(Nine.AddSeconds(2680));
        view.Free(SessionOperation.Send).ShouldBe(27);
    }

    private static RateLimits Limits(int? second, int? minute, int? hour) => new(new Dictionary<string, RateLimit>
    {
        [Group] = new RateLimit { PerSecond = second, PerMinute = minute, PerHour = hour },
    });

    private static CallWindows Reserve(CallWindows windows, RateLimits limits, DateTimeOffset now, int times)
    {
        for (var call = 0; call < times; call++)
        {
            windows = windows.TryReserve(Group, limits, now, share: 0, out var wait) ?? throw new InvalidOperationException($"It must wait for {wait}.");
        }

        return windows;
    }

    private static TimeSpan WaitFor(CallWindows windows, RateLimits limits, DateTimeOffset now, string group = Group) => WaitFor(windows, limits, now, share: 0.1m, group);

    private static TimeSpan WaitFor(CallWindows windows, RateLimits limits, DateTimeOffset now, decimal share, string group = Group)
    {
        windows.TryReserve(group, limits, now, share, out var wait);
        return wait;
    }

    private static string Json(CallWindows windows) => JsonSerializer.Serialize(windows, BudgetJson.Default.CallWindows);
}
