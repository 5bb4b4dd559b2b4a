using KsefSimulator.Settings;

namespace KsefSimulator.Faults;

/// <summary>One way in which KSeF fails in the field.</summary>
/// <param name="Name">By which it is switched on.</param>
/// <param name="Effect">What the simulator then does.</param>
/// <param name="EffectPl">The same in Polish.</param>
/// <param name="Incident">The real incident it copies: issue threads of CIRFMF/ksef-api (#), ksef-client-csharp (cs#), ksef-client-java (java#), ksef-latarnia (lat#).</param>
/// <param name="Scope">What its count is counted per.</param>
/// <param name="Count">How often it strikes in each scope unless told otherwise; null: always.</param>
/// <param name="Duration">How long its effect lasts unless told otherwise, for faults that last.</param>
public sealed record FaultDefinition(string Name, string Effect, string EffectPl, string Incident, FaultScope Scope = FaultScope.Run, int? Count = null, TimeSpan? Duration = null)
{
    /// <summary>How it shows on the wire, for faults outside the application: gateway, lost answers.</summary>
    internal WireFault? Wire { get; init; }
}

/// <summary>What a fault's count is counted per.</summary>
public enum FaultScope
{
    /// <summary>The simulator's run.</summary>
    Run,

    /// <summary>Each context, session, document or operation for itself, whichever the fault is about.</summary>
    Subject,
}

/// <summary>A fault on the wire: instead of the answer, or after the work is done and the answer is thrown away.</summary>
/// <param name="Operations">The endpoints it applies to; empty: all that need an access token.</param>
/// <param name="AfterCommit">Whether the request is carried out first.</param>
/// <param name="RespondAsync">What the client gets.</param>
internal sealed record WireFault(IReadOnlyList<string> Operations, bool AfterCommit, Func<HttpContext, SimulatorOptions, Task> RespondAsync);
