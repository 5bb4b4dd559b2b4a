using Architecture;

namespace KsefSimulator.Tests.Architecture;

/// <summary>The floors that the README describes: arrows between namespaces go one way.</summary>
public sealed class FloorTests
{
    [Fact]
    public void Namespaces_OfSimulator_FormNoCircle() => NamespaceCircles.In(typeof(SimulatorServer).Assembly).ShouldBeEmpty();

    [Fact]
    public void Folders_OfSimulator_FormNoCircle() => NamespaceCircles.In(typeof(SimulatorServer).Assembly, TopFolder).ShouldBeEmpty();

    private static string? TopFolder(Type type) => type.Namespace?.Split('.') is [var root, var folder, ..] ? $"{root}.{folder}" : type.Namespace;
}
