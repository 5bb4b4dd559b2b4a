using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Packing;

/// <summary>What packing took.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="CpuSeconds">Of the whole process: of its thread pool and its garbage collector too.</param>
/// <param name="AllocatedMegabytes">Memory asked for.</param>
/// <param name="PackageMegabytes">The plain archive.</param>
internal sealed record PackingFigures(double Seconds, double CpuSeconds, double AllocatedMegabytes, double PackageMegabytes)
{
    /// <param name="pack">Gives the bytes of the archive.</param>
    public static async Task<PackingFigures> OfAsync(Func<Task<long>> pack)
    {
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        var bytes = await pack();
        return new PackingFigures(
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            (GC.GetTotalAllocatedBytes() - allocated) / 1e6,
            bytes / 1e6);
    }

    public static PackingFigures Medians(IEnumerable<PackingFigures> runs)
    {
        var all = runs.ToList();
        return new PackingFigures(
            Median(all, run => run.Seconds),
            Median(all, run => run.CpuSeconds),
            Median(all, run => run.AllocatedMegabytes),
            Median(all, run => run.PackageMegabytes));
    }

    /// <summary>A row of a table in Markdown.</summary>
    public string Row(string title) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {title} | {Seconds:F3} | {CpuSeconds:F3} | {AllocatedMegabytes:F0} | {PackageMegabytes:F1} |");

    private static double Median(List<PackingFigures> runs, Func<PackingFigures, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
}
