using System.Globalization;
using SampleInvoices;

namespace Benchmarks;

/// <summary>What is dropped.</summary>
/// <param name="Name">Shown in the table.</param>
/// <param name="Files">Names and contents.</param>
internal sealed record Scenario(string Name, IReadOnlyList<(string Name, byte[] Content)> Files)
{
    public static Scenario Single { get; } = new("1 invoice", [("one.xml", Numbered("S", 0))]);

    public static Scenario Thousand { get; } = new(
        "1,000 single files", [.. Enumerable.Range(0, 1_000).Select(index => ($"{index:D4}.xml", Numbered("T", index)))]);

    public static Scenario Package { get; } = new(
        "1 ZIP of 10,000 invoices",
        [("package.zip", SampleArchive.Zip(Enumerable.Range(0, 10_000).Select(index => ($"{index:D5}.xml", Numbered("Z", index)))))]);

    private static byte[] Numbered(string series, int index) =>
        new SampleInvoice { Number = string.Create(CultureInfo.InvariantCulture, $"{series}/{index:D5}") }.ToBytes();
}
