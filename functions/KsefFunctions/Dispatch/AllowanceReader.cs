using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Files;

namespace KsefFunctions.Dispatch;

/// <summary>
/// Reads off a company's budget what it may send now. While half of the hour's sessions are left, one may be opened whenever there is something to send. After
/// that they keep apart as sessions that are spread evenly over an hour do, and further where fewer are left until the earlier ones count no more: what one
/// peak has used up in minutes is not used up in minutes again an hour later, and nothing has to wait for most of an hour.
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
            online = online with { NextAt = Moments.Later(online.NextAt, budget.FreeAt(SessionOperation.Send, 1)) };
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
            return new Allowance(0, int.MaxValue, Moments.Later(budget.FreeAt(open, calls), budget.FreeAt(close, 1)));
        }

        return new Allowance(left, int.MaxValue, Moments.Later(budget.At, (budget.LastAt(open) ?? budget.At) + Apart(budget, open, calls)));
    }

    private static TimeSpan Apart(BudgetView budget, string open, int calls)
    {
        var (allowed, used) = (budget.HourlyOf(open), budget.UsedInAnHour(open));
        if (used <= allowed / 2)
        {
            return TimeSpan.Zero;
        }

        var evenly = LimitWindows.Hour * calls / allowed;
        var untilMore = budget.FreeAt(open, allowed - used + 1) - budget.At;
        var spread = untilMore * calls / (allowed - used);
        return spread > evenly ? spread : evenly;
    }
}
