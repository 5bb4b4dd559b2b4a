using System.Globalization;
using SampleInvoices;

namespace Benchmarks.Flow;

/// <summary>What is dropped.</summary>
/// <param name="Name">Chooses it on the command line.</param>
/// <param name="Title">Shown in the table.</param>
/// <param name="Files">Names and contents.</param>
internal sealed record Scenario(string Name, string Title, IReadOnlyList<(string Name, byte[] Content)> Files)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("single", "1 invoice", Singles("S", 1)),
        new("two-hundred", "200 single files", Singles("H", 200)),
        new("thousand", "1,000 single files", Singles("T", 1_000)),
        new("hundred", "1 ZIP of 100 invoices", [("hundred.zip", SampleArchive.Zip(Singles("P", 100)))]),
        new("package", "1 ZIP of 10,000 invoices", [("package.zip", SampleArchive.Zip(Singles("Z", 10_000)))]),
    ];

    public static Scenario Named(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name) ?? throw new ArgumentException($"There is no scenario '{name}'.", nameof(name));

    private static IReadOnlyList<(string Name, byte[] Content)> Singles(string series, int count) =>
        [.. Enumerable.Range(0, count).Select(index => ($"{index:D5}.xml", Numbered(series, index)))];

    private static byte[] Numbered(string series, int index) =>
        new SampleInvoice { Number = string.Create(CultureInfo.InvariantCulture, $"{series}/{index:D5}") }.ToBytes();
}
