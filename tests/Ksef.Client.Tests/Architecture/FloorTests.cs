using System.Reflection;
using Architecture;

namespace Ksef.Client.Tests.Architecture;

/// <summary>The package has one namespace, so that its users need one; inside, its folders are rooms all the same, and arrows between them go one way.</summary>
public sealed class FloorTests
{
    private static readonly Assembly Client = typeof(KsefContexts).Assembly;

    [Fact]
    public void Folders_OfClient_FormNoCircle() => NamespaceCircles.In(Client, new SourceFolders(Client, "functions/Ksef.Client").Of).ShouldBeEmpty();
}
