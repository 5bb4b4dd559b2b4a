using System.Reflection;
using Architecture;

namespace Ksef.Invoices.Tests.Architecture;

/// <summary>Public types share one namespace whatever folder they are in; arrows between the folders go one way.</summary>
public sealed class FloorTests
{
    private static readonly Assembly Invoices = typeof(InvoiceSchema).Assembly;

    [Fact]
    public void Folders_OfInvoices_FormNoCircle() => NamespaceCircles.In(Invoices, new SourceFolders(Invoices, "functions/Ksef.Invoices").Of).ShouldBeEmpty();

    [Fact]
    public void Namespaces_OfTheSamples_FormNoCircle() => NamespaceCircles.In(typeof(SampleInvoices.SampleInvoice).Assembly).ShouldBeEmpty();
}
