using System.Globalization;
using Benchmarks.Checks;
using Benchmarks.Flow;
using Benchmarks.Packing;
using Benchmarks.Simulator;

// dotnet run -c Release --project tests/Benchmarks [single|two-hundred|thousand|hundred|package …]: files on their way through the deployable, on the real host
// dotnet run -c Release --project tests/Benchmarks simulator: the simulator alone on one core
// dotnet run -c Release --project tests/Benchmarks packing: 10,000 invoices into the parts of a batch session
// dotnet run -c Release --project tests/Benchmarks checks: the full check of an invoice beside .NET's bare validation
// dotnet run -c Release --project tests/Benchmarks crc: lengths and checksums of a ZIP of 10,000 beside its way from drop to result
if (args is ["packing"])
{
    await PackingBenchmark.RunAsync();
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

if (args is ["simulator"])
{
    await SimulatorLoad.RunAsync();
    return;
}

IReadOnlyList<Scenario> chosen = args.Length > 0 ? [.. args.Select(Scenario.Named)] : Scenario.All;
Console.WriteLine("| dropped | seconds | accepted | KSeF calls | storage operations | blobs written | blobs read | peak memory of the worker, MB |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
FlowFigures? first = null;
foreach (var scenario in chosen)
{
    var figures = await FlowBenchmark.RunAsync(scenario);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {scenario.Title} | {figures.Duration.TotalSeconds:F1} | {figures.Accepted} | {figures.KsefCalls} | {figures.StorageOperations} | {figures.BlobWrites} | {figures.BlobReads} | {figures.PeakMegabytes} |"));
    first ??= figures;
}

Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From the start of everything to the first file taken in: {first!.FirstTakenIn.TotalSeconds:F1} s"));
