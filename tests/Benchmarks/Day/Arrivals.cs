namespace Benchmarks.Day;

/// <summary>
/// When invoices are handed over: half of them at any time of the day, half within the two minutes after each full hour of the working day.
/// The second company has half as many as the first, the third a third, and so on.
/// </summary>
internal static class Arrivals
{
    private const int FirstPeak = 7;
    private const int Peaks = 12;

    public static readonly DateTimeOffset Midnight = new(2026, 2, 3, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan PeakLasts = TimeSpan.FromMinutes(2);

    /// <summary>The moments of each company, in their order.</summary>
    public static IReadOnlyList<DateTimeOffset[]> Of(int invoices, int companies, Random random)
    {
        var parts = Enumerable.Range(1, companies).Sum(number => 1.0 / number);
        var counts = Enumerable.Range(1, companies).Select(number => (int)(invoices / parts / number)).ToArray();
        counts[0] += invoices - counts.Sum();
        return [.. counts.Select(count => OfCompany(count, random))];
    }

    private static DateTimeOffset[] OfCompany(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(index => Midnight + (index % 2 == 0 ? AnyTime(random) : InAPeak(random))).Order()];

    private static TimeSpan AnyTime(Random random) => TimeSpan.FromDays(1) * random.NextDouble();

    private static TimeSpan InAPeak(Random random) => TimeSpan.FromHours(FirstPeak + random.Next(Peaks)) + (PeakLasts * random.NextDouble());
}
