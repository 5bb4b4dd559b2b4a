using System.Collections.Concurrent;
using KsefSimulator.Http;

namespace KsefSimulator.Faults;

/// <summary>
/// Which faults are on. A rule holds for the run until it is switched off. The request header <c>X-Simulator-Fault</c> switches faults on for the
/// requests that carry it; those that say <c>count</c> or <c>probability</c> are counted over all requests with the same header.
/// </summary>
public sealed class FaultSwitchboard
{
    /// <summary>Request header with one or more rules, separated by semicolons.</summary>
    public const string Header = "X-Simulator-Fault";

    private const int RememberedHeaders = 1000;
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, FaultRule[]> _headers = new(StringComparer.Ordinal);
    private volatile FaultRule[] _rules = [];

    /// <summary>The rules that are on.</summary>
    public IReadOnlyList<FaultRule> Rules => _rules;

    /// <summary>Switches a fault on, replacing an earlier rule for it.</summary>
    /// <param name="rule">As in <see cref="FaultRule.Parse"/>.</param>
    /// <exception cref="FormatException">Unknown name, unknown parameter or a value out of range.</exception>
    public void Enable(string rule)
    {
        var parsed = FaultRule.Parse(rule);
        lock (_lock)
        {
            _rules = [.. _rules.Where(known => known.Fault != parsed.Fault), parsed];
        }
    }

    /// <summary>Switches a fault off.</summary>
    public void Disable(string name)
    {
        lock (_lock)
        {
            _rules = [.. _rules.Where(known => !known.Fault.Name.Equals(name, StringComparison.OrdinalIgnoreCase))];
        }
    }

    /// <summary>Switches all faults off, and forgets what headers have counted.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules = [];
        }

        _headers.Clear();
    }

    /// <summary>Whether any fault is on for the request.</summary>
    internal bool IsQuiet(HttpContext context) => _rules.Length == 0 && !context.Request.Headers.ContainsKey(Header);

    /// <summary>The rule for the request: of its header, or else of the run.</summary>
    /// <exception cref="KsefRefusal">21405: the header cannot be read.</exception>
    internal FaultRule? Find(HttpContext context, string name) => OfHeader(context, name) ?? Rule(name);

    /// <summary>Whether the fault strikes now; counts the trial.</summary>
    internal bool Strikes(HttpContext context, string name, string subject) => !IsQuiet(context) && Find(context, name) is { } rule && rule.Strike(subject, Now(context));

    /// <summary>Those of the named faults that strike now.</summary>
    internal IReadOnlyList<string> StrikeAll(HttpContext context, IReadOnlyList<string> names, string subject) =>
        IsQuiet(context) ? [] : names.Where(name => Strikes(context, name, subject)).ToList();

    /// <summary>How long a lasting fault holds for a subject: null when it does not. Decided when the subject is first asked about.</summary>
    internal TimeSpan? HoldOf(HttpContext context, string name, string subject) =>
        !IsQuiet(context) && Find(context, name) is { } rule && rule.Holds(subject, Now(context)) ? rule.Duration : null;

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    private FaultRule? OfHeader(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(Header, out var header) ? Array.Find(Read(header.ToString()), rule => rule.Fault.Name == name) : null;

    private FaultRule[] Read(string header)
    {
        if (_headers.TryGetValue(header, out var known))
        {
            return known;
        }

        if (_headers.Count >= RememberedHeaders)
        {
            _headers.Clear();
        }

        try
        {
            var rules = header.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(text => FaultParameters.Parse(text, alwaysByDefault: true))
                .Select(parsed => new FaultRule(parsed.Fault, parsed.Parameters))
                .ToArray();
            return _headers.GetOrAdd(header, rules);
        }
        catch (FormatException exception)
        {
            throw Refusals.InvalidInput($"{Header}: {exception.Message}");
        }
    }

    private FaultRule? Rule(string name) => Array.Find(_rules, rule => rule.Fault.Name == name);
}
