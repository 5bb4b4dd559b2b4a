using LocalHost.Host;
using LocalHost.Hosting;

namespace Benchmarks.Flow;

/// <summary>Further instances of an app: hosts with a worker each, on the storage and the KSeF of the first one.</summary>
internal sealed class OtherHosts : IAsyncDisposable
{
    private readonly List<FunctionsHost> _hosts = [];

    public static async Task<OtherHosts> StartAsync(LocalApp app, int count)
    {
        var others = new OtherHosts();
        while (others._hosts.Count < count)
        {
            var options = new FunctionsHostOptions { AppDirectory = FunctionApp.Directory, Settings = app.Services.Settings, FunctionKey = app.FunctionKey };
            others._hosts.Add(await FunctionsHost.StartAsync(options, CancellationToken.None));
        }

        return others;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }
}
