using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LocalHost.Azurite;
using SampleInvoices;

namespace LocalHost.Tests.EndToEnd;

/// <summary>A folder and a port for the runs of one test: what is dropped, the state, what comes out.</summary>
internal sealed class RunFolder
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("localhost-tests-");

    public RunFolder()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    public string Path => _folder.FullName;

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public string Port { get; }

    public string Data => Below("data");

    public string Outbox => Below("out");

    /// <summary>Where the services write the app's settings.</summary>
    public string Settings => Below("local.settings.json");

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The result of a file of the sample seller in the mirror of the outbox.</summary>
    public string ResultOf(string name) => System.IO.Path.Combine(Outbox, SampleNips.Seller, $"{name}.result.json");

    public string Write(string name, byte[] content)
    {
        string path = Below(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a valid invoice of yesterday.</summary>
    public string WriteInvoice(string name, string number) => Write(name, Invoice(number));

    public static byte[] Invoice(string number) =>
        new SampleInvoice { Number = number, IssueDate = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1)) }.ToBytes();

    /// <summary>Starts the program on state and port of this folder.</summary>
    public HostProcess Start(params string[] arguments) => HostProcess.Start(["--data", Data, "--port", Port, .. arguments]);

    public async Task DeleteAsync()
    {
        // The Azurite of a killed host saves before it goes.
        await AzuriteProcess.ClearLeftoverAsync(System.IO.Path.Combine(Data, "azurite"), CancellationToken.None);
        _folder.Delete(recursive: true);
    }
}
