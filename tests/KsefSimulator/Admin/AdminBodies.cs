using KsefSimulator.Faults;

namespace KsefSimulator.Admin;

internal sealed record FaultChange(string? Rule);

internal sealed record FaultList(IReadOnlyList<ActiveFault> Active, IReadOnlyList<KnownFault> Known)
{
    public static FaultList Of(FaultSwitchboard faults) => new(
        faults.Rules.Select(rule => new ActiveFault(rule.Fault.Name, rule.Count, rule.Probability, rule.Seed, rule.Duration, rule.Strikes)).ToList(),
        FaultCatalogue.All.Select(fault => new KnownFault(fault.Name, fault.Effect, fault.EffectPl, fault.Incident)).ToList());
}

internal sealed record ActiveFault(string Name, int? Count, double Probability, int Seed, TimeSpan? Duration, int Strikes);

internal sealed record KnownFault(string Name, string Effect, string EffectPl, string Incident);

internal sealed record ClockChange(string? Advance);

internal sealed record ClockReading(DateTimeOffset Now, TimeSpan Offset);
