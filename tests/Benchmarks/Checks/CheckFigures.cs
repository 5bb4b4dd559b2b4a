namespace Benchmarks.Checks;

/// <summary>What one invoice took.</summary>
/// <param name="Microseconds">Of the processor, by the whole process: the garbage it leaves is collected too.</param>
/// <param name="Kilobytes">Memory asked for, in units of 1,000 bytes.</param>
internal readonly record struct CheckFigures(double Microseconds, double Kilobytes)
{
    /// <param name="files">The invoices, which are taken in turn.</param>
    /// <param name="times">How many to take.</param>
    /// <param name="take">What is measured.</param>
    public static CheckFigures Of(IReadOnlyList<byte[]> files, int times, Action<byte[]> take)
    {
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var index = 0; index < times; index++)
        {
            take(files[index % files.Count]);
        }

        return new CheckFigures(
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / times,
            (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e3 / times);
    }

    public static CheckFigures Medians(IReadOnlyList<CheckFigures> runs) =>
        new(Median(runs.Select(run => run.Microseconds)), Median(runs.Select(run => run.Kilobytes)));

    private static double Median(IEnumerable<double> figures)
    {
        var ordered = figures.Order().ToList();
        return ordered[ordered.Count / 2];
    }
}
