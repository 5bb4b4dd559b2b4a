using Ksef.Client;
using KsefFunctions.Budget;
using KsefFunctions.Errors;

namespace KsefFunctions.Watch;

/// <summary>Companies that have used most of an hour's limit of KSeF, with all instances counted: one listing of storage, and one read for each that is found.</summary>
public sealed class LimitFindings(BudgetStore budgets, TimeProvider time)
{
    private const int MostOfIt = 80;

    /// <summary>A finding for each company and group of calls.</summary>
    public async Task<WatchReport> LookAsync(CancellationToken cancellationToken)
    {
        var findings = new List<WatchFinding>();
        await foreach (var context in budgets.FilledToAsync(MostOfIt, cancellationToken))
        {
            var known = await budgets.ReadAsync(context, cancellationToken);
            findings.AddRange(known.Windows.Uses(context, time.GetUtcNow()).Where(IsNear).Select(Finding));
        }

        return WatchReport.Of(WatchNames.Limits, time.GetUtcNow(), findings);
    }

    private static bool IsNear(LimitUse use) => use.Window == LimitWindow.Hour && 100 * (use.Max - use.Left) > MostOfIt * use.Max;

    private static WatchFinding Finding(LimitUse use) =>
        WatchFinding.Of(WatchErrors.LimitNear, use.Group, use.Max - use.Left, use.Max) with { ContextNip = use.Context.Value };
}
