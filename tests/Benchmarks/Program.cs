using System.Globalization;
using Benchmarks.Checks;
using Benchmarks.Day;
using Benchmarks.Flow;
using Benchmarks.Index;
using Benchmarks.Mapping;
using Benchmarks.Packing;
using Benchmarks.Simulator;

// dotnet run -c Release --project tests/Benchmarks [single|two-hundred|thousand|hundred|package|limits|companies|two-hosts|apart|ten-thousand …]: files on their way through the deployable, on the real host;
// seconds of each company, where there are several; KSeF calls are those of its API, without parts of packages and downloads from UPO links, which it does not limit
// dotnet run -c Release --project tests/Benchmarks simulator: the simulator alone on one core
// dotnet run -c Release --project tests/Benchmarks packing: 10,000 invoices into the parts of a batch session
// dotnet run -c Release --project tests/Benchmarks mapping [csv|epp INVOICES]: 10,000 invoices of a company's data beside the same as XML; with a format and a number, the memory that the mapping takes
// dotnet run -c Release --project tests/Benchmarks checks: the full check of an invoice beside .NET's bare validation
// dotnet run -c Release --project tests/Benchmarks day [INVOICES …]: a day of fifty companies under KSeF's limits, without waiting; 100,000 invoices without a number
// dotnet run -c Release --project tests/Benchmarks index [INVOICES]: fills and searches the index of invoices in Azurite; 100,000 without a number
// dotnet run -c Release --project tests/Benchmarks crc: lengths and checksums of a ZIP of 10,000 beside its way from drop to result
if (args is ["packing"])
{
    await PackingBenchmark.RunAsync();
    return;
}

if (args is ["mapping"])
{
    await MappingBenchmark.RunAsync();
    return;
}

if (args is ["mapping", var format, var number])
{
    await MappingBenchmark.MemoryAsync(format, int.Parse(number, CultureInfo.InvariantCulture));
    return;
}

if (args is ["mapping-files", var folder])
{
    await MappingBenchmark.MapFilesAsync(folder);
    return;
}

if (args is ["index", .. var count])
{
    await IndexBenchmark.RunAsync(count is [var invoices] ? int.Parse(invoices, CultureInfo.InvariantCulture) : 100_000);
    return;
}

if (args is ["checks"])
{
    ChecksBenchmark.Run();
    return;
}

if (args is ["crc"])
{
    await ChecksumBenchmark.RunAsync();
    return;
}

if (args is ["day", .. var days])
{
    DayBenchmark.Run(days.Length > 0 ? [.. days.Select(invoices => int.Parse(invoices, CultureInfo.InvariantCulture))] : [100_000]);
    return;
}

if (args is ["simulator"])
{
    await SimulatorLoad.RunAsync();
    return;
}

IReadOnlyList<Scenario> chosen = args.Length > 0 ? [.. args.Select(Scenario.Named)] : Scenario.Usual;
Console.WriteLine("| dropped | seconds | sent | accepted | KSeF calls | 429 | storage operations | blobs written | blobs read | peak memory of the worker, MB |");
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
FlowFigures? first = null;
foreach (var scenario in chosen)
{
    var figures = await FlowBenchmark.RunAsync(scenario);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario.Title} | {string.Join(" / ", figures.Durations.Select(duration => duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)))} | {figures.Sent} | {figures.Accepted} | {figures.KsefCalls} | {figures.Refusals} | {figures.StorageOperations} | {figures.BlobWrites} | {figures.BlobReads} | {figures.PeakMegabytes} |"));
    first ??= figures;
}

Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From the start of everything to the first file taken in: {first!.FirstTakenIn.TotalSeconds:F1} s"));
