using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Limits;
using KsefSimulator.Sessions;
using KsefSimulator.Settings;
using KsefSimulator.Time;

namespace KsefSimulator.StartPage;

/// <summary>Gathers what the start page shows: the newest sessions with their invoices, the active faults, the limits used.</summary>
internal sealed class Overview(
    SessionStore sessions, SessionStatuses statuses, InvoiceLedger ledger, FaultSwitchboard faults, RateLimitUsage usage, RateLimitBook limits, RequestCounters counters, SimulatorClock clock, SimulatorOptions options)
{
    private const int MaxSessions = 25;
    private const int MaxInvoices = 20;

    public OverviewBody Read() => new(
        clock.GetUtcNow(),
        clock.Offset,
        options.RateLimits.ToString(),
        options.SpecLevel == SpecLevel.V28 ? "2.8" : "2.6",
        sessions.All.GroupBy(state => state.Session.Context)
            .Select(group => new OverviewContext(group.Key.Type, group.Key.Value, group.Count(), group.Sum(state => state.Count)))
            .OrderBy(context => context.Value, StringComparer.Ordinal)
            .ToList(),
        sessions.All.OrderByDescending(state => state.Session.DateCreated).Take(MaxSessions).Select(Session).ToList(),
        ledger.Count,
        faults.Rules.Select(rule => new OverviewFault(rule.Fault.Name, rule.Fault.Effect, rule.Fault.EffectPl, rule.Strikes)).ToList(),
        usage.Used.Where(used => used.LastHour > 0)
            .Select(used => new OverviewLimit(used.Endpoint ?? used.Group.ToString(), used.Context, used.Address, used.LastHour, used.Group == RateLimitGroup.Anonymous ? null : limits.Defaults.Of(used.Group).PerHour))
            .ToList(),
        counters.Snapshot);

    private OverviewSession Session(SessionState state)
    {
        var view = statuses.Of(state);
        var invoices = new List<OverviewInvoice>();
        var listed = SessionInvoices.Listed(state, clock.GetUtcNow());
        foreach (var invoice in listed.Span[..Math.Min(MaxInvoices, listed.Length)])
        {
            var verdict = clock.GetUtcNow() >= invoice.VisibleAt ? invoice.Verdict : InvoiceStatus.Processing;
            invoices.Add(new OverviewInvoice(invoice.OrdinalNumber, invoice.Facts?.Number, invoice.KsefNumber, verdict.Code, verdict.Description, verdict.Details));
        }

        var session = state.Session;
        return new OverviewSession(
            session.ReferenceNumber, session.Kind.ToString(), session.Context.Value, session.SystemCode, session.DateCreated, view.Status.Code, view.Status.Description, view.Total, session.Faults, invoices);
    }
}

internal sealed record OverviewBody(
    DateTimeOffset Now,
    TimeSpan ClockOffset,
    string RateLimits,
    string SpecLevel,
    IReadOnlyList<OverviewContext> Contexts,
    IReadOnlyList<OverviewSession> Sessions,
    int Invoices,
    IReadOnlyList<OverviewFault> Faults,
    IReadOnlyList<OverviewLimit> Limits,
    IReadOnlyDictionary<string, long> Requests);

internal sealed record OverviewContext(string Type, string Value, int Sessions, int Invoices);

internal sealed record OverviewSession(
    string ReferenceNumber,
    string Kind,
    string Context,
    string SystemCode,
    DateTimeOffset DateCreated,
    int Code,
    string Description,
    int InvoiceCount,
    IReadOnlyList<string> Faults,
    IReadOnlyList<OverviewInvoice> Invoices);

internal sealed record OverviewInvoice(int OrdinalNumber, string? Number, string? KsefNumber, int Code, string Description, IReadOnlyList<string>? Details);

internal sealed record OverviewFault(string Name, string Effect, string EffectPl, int Strikes);

internal sealed record OverviewLimit(string Group, string Context, string Address, int LastHour, int? PerHour);
