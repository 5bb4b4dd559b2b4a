using LocalHost.Durable.History;

namespace LocalHost.Durable.Replay;

/// <summary>What a new turn came to.</summary>
/// <param name="Actions">What the code asked for.</param>
/// <param name="CustomStatus">The serialised custom status after the turn.</param>
/// <param name="End">How the code ended; null while it waits.</param>
internal sealed record TurnOutcome(IReadOnlyList<OrchestrationAction> Actions, string? CustomStatus, OrchestratorEnd? End);

/// <summary>How orchestrator code ended.</summary>
internal abstract record OrchestratorEnd
{
    /// <summary>It returned.</summary>
    /// <param name="Output">The serialised result.</param>
    public sealed record Returned(string? Output) : OrchestratorEnd;

    /// <summary>It threw, or broke a rule.</summary>
    /// <param name="Failure">What went wrong.</param>
    public sealed record Failed(Failure Failure) : OrchestratorEnd;

    /// <summary>It starts over.</summary>
    /// <param name="Next">The next execution.</param>
    /// <param name="Events">Events that go on to it.</param>
    public sealed record StartsOver(ContinuedAsNew Next, IReadOnlyList<EventRaised> Events) : OrchestratorEnd;
}
