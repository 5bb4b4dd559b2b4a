using Architecture;

namespace LocalHost.Tests.Architecture;

/// <summary>Arrows between the namespaces go one way. The vault and the broker have one namespace each.</summary>
public sealed class FloorTests
{
    [Fact]
    public void Namespaces_OfLocalHost_FormNoCircle() => NamespaceCircles.In(typeof(LocalHostException).Assembly).ShouldBeEmpty();
}
