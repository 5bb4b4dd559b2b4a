using System.Diagnostics;
using System.Globalization;
using SampleInvoices;

namespace Benchmarks.Simulator;

/// <summary>What one core of the simulator carries. Each load has a process of its own, warmed up first.</summary>
internal static class SimulatorLoad
{
    private const int Connections = 4;
    private const int OnlineSends = 5_000;
    private const int Sessions = 3_000;
    private const int PackageSize = 10_000;

    public static async Task RunAsync()
    {
        Console.WriteLine("| load on one core | seconds | per second | processor seconds | peak memory, MB | load average |");
        Console.WriteLine("|---|---|---|---|---|---|");
        await MeasureAsync($"{OnlineSends} online sends in one session", OnlineSends, PrepareSends);
        await MeasureAsync($"{Sessions} sessions opened, one invoice each, closed", Sessions, PrepareSessions);
        await MeasureAsync($"package of {PackageSize} invoices, from open to 200", PackageSize, PreparePackage);
    }

    private static async Task MeasureAsync(string name, int count, Func<SimulatorClient, Task<Func<Task>>> prepareAsync)
    {
        using var simulator = await MeasuredSimulator.StartAsync();
        using var client = await SimulatorClient.LogInAsync(simulator.BaseAddress);
        var load = await prepareAsync(client);
        var used = simulator.ProcessorTime;
        var watch = Stopwatch.StartNew();
        await load();
        var seconds = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {seconds:F1} | {count / seconds:F0} | {(simulator.ProcessorTime - used).TotalSeconds:F1} | {simulator.PeakMegabytes} | {File.ReadAllText("/proc/loadavg").Split(' ')[0]} |"));
    }

    private static async Task<Func<Task>> PrepareSends(SimulatorClient client)
    {
        var session = await client.OpenOnlineAsync();
        var bodies = Invoices("A", OnlineSends).Select(client.SendBody).ToList();
        await ManyAsync(Invoices("W", 500).Select(client.SendBody), body => client.SendAsync(session, body));
        return () => ManyAsync(bodies, body => client.SendAsync(session, body));
    }

    private static async Task<Func<Task>> PrepareSessions(SimulatorClient client)
    {
        async Task WholeAsync(byte[] body)
        {
            var session = await client.OpenOnlineAsync();
            await client.SendAsync(session, body);
            await client.CloseAsync("online", session);
        }

        var bodies = Invoices("A", Sessions).Select(client.SendBody).ToList();
        await ManyAsync(Invoices("W", 200).Select(client.SendBody), WholeAsync);
        return () => ManyAsync(bodies, WholeAsync);
    }

    private static async Task<Func<Task>> PreparePackage(SimulatorClient client)
    {
        await client.FinishedAsync(await client.SendPackageAsync(Package("W", 500)));
        var package = Package("A", PackageSize);
        return async () =>
        {
            var accepted = await client.FinishedAsync(await client.SendPackageAsync(package));
            if (accepted != PackageSize)
            {
                throw new InvalidOperationException($"Only {accepted} of {PackageSize} invoices were accepted.");
            }
        };
    }

    private static Task ManyAsync(IEnumerable<byte[]> bodies, Func<byte[], Task> sendAsync) =>
        Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (body, _) => await sendAsync(body));

    private static byte[] Package(string series, int count) => SampleArchive.Zip(Invoices(series, count).Select((invoice, index) => ($"{index:D5}.xml", invoice)));

    private static IEnumerable<byte[]> Invoices(string series, int count) => Enumerable.Range(0, count).Select(index =>
        new SampleInvoice { Number = string.Create(CultureInfo.InvariantCulture, $"{series}/{index:D5}"), IssueDate = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)) }.ToBytes());
}
