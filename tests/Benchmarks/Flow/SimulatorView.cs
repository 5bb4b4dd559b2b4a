using System.Text.Json;
using KsefSimulator;

namespace Benchmarks.Flow;

/// <summary>What the simulator has seen so far.</summary>
/// <param name="Calls">Calls of the API. Parts go to storage, and KSeF does not limit what its UPO links are asked for: neither is counted.</param>
/// <param name="Sent">Invoices in all sessions, however often the same one.</param>
internal readonly record struct SimulatorView(long Calls, long Sent)
{
    // Its own pages are no part of KSeF.
    private static readonly string[] Uncounted = ["PartUpload", "InvoiceUpoDownload", "UpoPageDownload", "Overview"];

    public static async Task<SimulatorView> OfAsync(SimulatorServer simulator)
    {
        using var http = new HttpClient();
        using var overview = JsonDocument.Parse(await http.GetStringAsync(new Uri(simulator.Origin, "/_simulator/overview")));
        return new SimulatorView(
            simulator.Requests.Where(endpoint => !Uncounted.Contains(endpoint.Key)).Sum(endpoint => endpoint.Value),
            overview.RootElement.GetProperty("contexts").EnumerateArray().Sum(context => context.GetProperty("invoices").GetInt64()));
    }
}
