namespace KsefFunctions.Tests.Survival;

/// <summary>Tests that kill processes and cut wires run one after another: each needs the machine to itself to keep its deadline.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SurvivalTests
{
    public const string Name = "survival";
}
