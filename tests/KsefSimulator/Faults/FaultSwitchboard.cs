namespace KsefSimulator.Faults;

/// <summary>
/// Which faults are on. A rule holds for the run until it is switched off; the request header <c>X-Simulator-Fault</c> switches faults on
/// for that request only.
/// </summary>
public sealed class FaultSwitchboard
{
    /// <summary>Request header with one or more rules, separated by semicolons.</summary>
    public const string Header = "X-Simulator-Fault";

    private readonly Lock _lock = new();
    private volatile FaultRule[] _rules = [];

    /// <summary>The rules that are on.</summary>
    public IReadOnlyList<FaultRule> Rules => _rules;

    /// <summary>Switches a fault on, replacing an earlier rule for it.</summary>
    /// <param name="rule">As in <see cref="FaultRule.Parse"/>.</param>
    /// <exception cref="FormatException">Unknown name or parameter.</exception>
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

    /// <summary>Switches all faults off.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules = [];
        }
    }

    /// <summary>Whether the fault strikes now; counts the trial.</summary>
    internal bool Strikes(HttpContext context, string name, string subject) =>
        FromHeader(context, name) is not null || (_rules.Length > 0 && Rule(name) is { } rule && rule.Strike(subject));

    /// <summary>Those of the named faults that strike now.</summary>
    internal IReadOnlyList<string> StrikeAll(HttpContext context, IReadOnlyList<string> names, string subject) =>
        _rules.Length == 0 && !context.Request.Headers.ContainsKey(Header) ? [] : names.Where(name => Strikes(context, name, subject)).ToList();

    /// <summary>How long the fault lasts, when it is on.</summary>
    internal TimeSpan? DurationOf(HttpContext context, string name) => (FromHeader(context, name) ?? (_rules.Length > 0 ? Rule(name) : null))?.Duration;

    /// <summary>How long the fault lasts: by its rule, or else by the catalogue.</summary>
    internal TimeSpan LengthOf(string name) => Rule(name)?.Duration ?? FaultCatalogue.Find(name)?.Duration ?? TimeSpan.Zero;

    private static FaultRule? FromHeader(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(Header, out var header)
            ? header.ToString().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(FaultRule.Parse).FirstOrDefault(rule => rule.Fault.Name == name)
            : null;

    private FaultRule? Rule(string name) => Array.Find(_rules, rule => rule.Fault.Name == name);
}
