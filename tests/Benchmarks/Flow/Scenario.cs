using System.Globalization;
using KsefSimulator.Settings;
using SampleInvoices;

namespace Benchmarks.Flow;

/// <summary>What is dropped, and on what.</summary>
/// <param name="name">Chooses it on the command line.</param>
/// <param name="title">Shown in the table.</param>
/// <param name="drops">Makes the files.</param>
internal sealed class Scenario(string name, string title, Func<IEnumerable<Drop>> drops)
{
    private readonly Lazy<IReadOnlyList<Drop>> _files = new(() => [.. drops()]);

    /// <summary>Those that run where none is named.</summary>
    public static IReadOnlyList<Scenario> Usual { get; } =
    [
        new("single", "1 invoice", () => Singles("S", 1)),
        new("two-hundred", "200 single files", () => Singles("H", 200)),
        new("thousand", "1,000 single files", () => Singles("T", 1_000)),
        new("hundred", "1 ZIP of 100 invoices", () => [Package("hundred.zip", "P", 100)]),
        new("package", "1 ZIP of 10,000 invoices", () => [Package("package.zip", "Z", 10_000)]),
    ];

    private static readonly IReadOnlyList<Scenario> Others =
    [
        new("limits", "1,000 single files, under KSeF's limits", () => Singles("L", 1_000)) { Limits = RateLimitProfile.Production },
        new("companies", "10, 300 and 3,000 single files of three companies", () => [.. Singles("C", 10, Company(1)), .. Singles("C", 300, Company(2)), .. Singles("C", 3_000, Company(3))]),
        new("two-hosts", "300 single files, under KSeF's limits, on two hosts", () => Singles("D", 300)) { Limits = RateLimitProfile.Production, Hosts = 2 },
        new("apart", "20 single files, three seconds apart", () => Singles("A", 20)) { Apart = TimeSpan.FromSeconds(3) },
        new("ten-thousand", "10,000 single files", () => Singles("X", 10_000)),
    ];

    public string Title => title;

    public IReadOnlyList<Drop> Files => _files.Value;

    /// <summary>The companies, in the order of their first files.</summary>
    public IReadOnlyList<string> Nips => [.. Files.Select(file => file.Nip).Distinct()];

    /// <summary>What the simulator enforces, and the app keeps to.</summary>
    public RateLimitProfile Limits { get; private init; } = RateLimitProfile.Off;

    /// <summary>Time between two drops; zero drops all at once.</summary>
    public TimeSpan Apart { get; private init; }

    /// <summary>Functions hosts, with a worker each, on the same storage.</summary>
    public int Hosts { get; private init; } = 1;

    public static Scenario Named(string name) =>
        Usual.Concat(Others).FirstOrDefault(scenario => scenario.IsNamed(name)) ?? throw new ArgumentException($"There is no scenario '{name}'.", nameof(name));

    private bool IsNamed(string asked) => name == asked;

    private static IEnumerable<Drop> Singles(string series, int count, string nip = SampleNips.Seller) =>
        Enumerable.Range(0, count).Select(index => new Drop(nip, $"{index:D5}.xml", Numbered(series, index, nip)));

    private static Drop Package(string file, string series, int count) => new(
        SampleNips.Seller, file, SampleArchive.Zip([.. Singles(series, count).Select(single => (single.Name, single.Content))]));

    private static string Company(int number) => SampleNips.At(number);

    private static byte[] Numbered(string series, int index, string nip) =>
        new SampleInvoice { Number = string.Create(CultureInfo.InvariantCulture, $"{series}/{index:D5}") }.SoldBy(nip).ToBytes();
}
