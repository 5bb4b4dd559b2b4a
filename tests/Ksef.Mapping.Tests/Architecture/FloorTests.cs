using System.Reflection;
using Architecture;

namespace Ksef.Mapping.Tests.Architecture;

/// <summary>Public types share one namespace whatever folder they are in; arrows between the folders go one way.</summary>
public sealed class FloorTests
{
    private static readonly Assembly Mapping = typeof(DataInvoice).Assembly;

    [Fact]
    public void Folders_OfMapping_FormNoCircle() => NamespaceCircles.In(Mapping, new SourceFolders(Mapping, "functions/Ksef.Mapping").Of).ShouldBeEmpty();

    [Fact]
    public void References_OfMapping_AreInvoicesAndNothingOfOurs() =>
        Mapping.GetReferencedAssemblies().Select(reference => reference.Name).Where(name => name!.StartsWith("Ksef", StringComparison.Ordinal)).ShouldBe(["Ksef.Invoices"]);
}
