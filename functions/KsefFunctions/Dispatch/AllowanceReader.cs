using Ksef.Client;
using KsefFunctions.Budget;

namespace KsefFunctions.Dispatch;

/// <summary>
/// Reads off a company's budget what it may send now. While more than half of the hour's sessions are left, one may be opened whenever there is something to
/// send; after that they are spread over the time until the earlier ones count no more, so that nothing has to wait for most of an hour.
/// </summary>
public static class AllowanceReader
{
    /// <summary>What the budget leaves for sessions of both kinds.</summary>
    public static Allowances Read(BudgetView budget)
    {
        var online = Sessions(budget, SessionOperation.OpenOnline, SessionOperation.CloseOnline);
        var sends = budget.Free(SessionOperation.Send);
        if (sends == 0)
        {
            online = online with { NextAt = Later(online.NextAt, budget.FreeAt(SessionOperation.Send, 1)) };
        }

        return new Allowances(online with { Invoices = sends }, Sessions(budget, SessionOperation.OpenBatch, SessionOperation.CloseBatch));
    }

    private static Allowance Sessions(BudgetView budget, string open, string close)
    {
        // Until API 2.8 a close counts with the opens.
        var calls = budget.ShareALimit(open, close) ? 2 : 1;
        var left = Math.Min(budget.Free(open) / calls, budget.Free(close));
        if (left == 0)
        {
            return new Allowance(0, int.MaxValue, Later(budget.FreeAt(open, calls), budget.FreeAt(close, 1)));
        }

        return new Allowance(left, int.MaxValue, left >= budget.HourlyOf(open) / calls / 2 ? budget.At : Paced(budget, open, left));
    }

    private static DateTimeOffset Paced(BudgetView budget, string open, int left)
    {
        var more = budget.FreeAt(open, budget.Free(open) + 1) - budget.At;
        return (budget.LastAt(open) ?? budget.At) + (more / left);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
