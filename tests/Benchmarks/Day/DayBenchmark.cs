using System.Diagnostics;
using System.Globalization;
using Ksef.Client;
using KsefFunctions.Files;

namespace Benchmarks.Day;

/// <summary>
/// A day of many companies under KSeF's published limits, reckoned with the app's own planner and budget of calls, without waiting. It says what
/// limits and plan make of the day, on as many instances as it takes; <see cref="DayModel"/> says what is assumed of all else.
/// </summary>
internal static class DayBenchmark
{
    private const int Companies = 50;
    private const int Seed = 20260203;

    private static readonly int[] Places = [1, 2, 5, 10, 25, Companies];
    private static readonly string[] Groups = ["onlineSession", "invoiceSend", "batchSession", "sessionMisc", "sessionInvoiceList"];

    public static void Run(IReadOnlyList<int> days)
    {
        Console.WriteLine($"| company | invoices | online sessions | batch sessions | median wait, s | 99 %, s | longest, s | 429 | fullest hour: {string.Join(" | ", Groups)} |");
        Console.WriteLine($"|---|---|---|---|---|---|---|---|{string.Concat(Enumerable.Repeat("---|", Groups.Length))}");
        foreach (var invoices in days)
        {
            var start = Stopwatch.GetTimestamp();
            var companies = Pass(invoices);
            var took = Stopwatch.GetElapsedTime(start);
            Print(string.Create(CultureInfo.InvariantCulture, $"all {Companies}, in {took.TotalSeconds:F1} s"), companies);
            foreach (var place in Places)
            {
                Print(string.Create(CultureInfo.InvariantCulture, $"no. {place} by size"), [companies[place - 1]]);
            }

            Print("the one with the longest wait", [companies.MaxBy(company => company.Waits.Max())!]);
        }
    }

    private static List<SimulatedCompany> Pass(int invoices)
    {
        var random = new Random(Seed);
        var clock = new SimulatedClock(Arrivals.Midnight);
        var companies = new List<SimulatedCompany>();
        foreach (var moments in Arrivals.Of(invoices, Companies, random))
        {
            var company = new SimulatedCompany(clock, random);
            company.Receive(moments);
            companies.Add(company);
        }

        clock.Run();
        return companies.Sum(company => company.Waits.Count) == invoices ? companies : throw new InvalidOperationException("Not all invoices were settled.");
    }

    private static void Print(string title, IReadOnlyList<SimulatedCompany> companies)
    {
        var waits = companies.SelectMany(company => company.Waits).Order().ToList();
        var hours = Groups.Select(group => $"{companies.Max(company => company.Counted[group].FullestHour)} of {RateLimits.Published.Groups[group].PerHour}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {title} | {waits.Count:N0} | {Sessions(companies, SessionKind.Online):N0} | {Sessions(companies, SessionKind.Batch):N0} | {waits[waits.Count / 2].TotalSeconds:F1} | {waits[waits.Count * 99 / 100].TotalSeconds:F0} | {waits[^1].TotalSeconds:F0} | {companies.Sum(company => company.Counted.Values.Sum(group => group.Refused))} | {string.Join(" | ", hours)} |"));
    }

    private static int Sessions(IEnumerable<SimulatedCompany> companies, SessionKind kind) => companies.Sum(company => company.Sessions[kind]);
}
