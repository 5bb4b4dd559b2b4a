using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalHost.Azurite;

/// <summary>What a starting Azurite prints of itself: its process, then the address of each service once that listens.</summary>
internal sealed partial class AzuriteAnnouncement
{
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);

    public int? ProcessId { get; private set; }

    public bool IsComplete => ProcessId is not null && _ports.Count == 3;

    /// <summary>Where the services listen; only when complete.</summary>
    public AzuritePorts Ports => new(_ports["Blob"], _ports["Queue"], _ports["Table"]);

    /// <returns>True for the line that names the process.</returns>
    public bool Read(string line)
    {
        if (Pid().Match(line) is { Success: true } process)
        {
            ProcessId = int.Parse(process.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return true;
        }

        if (Listening().Match(line) is { Success: true } service)
        {
            _ports[service.Groups[1].Value] = new Uri(service.Groups[2].Value).Port;
        }

        return false;
    }

    [GeneratedRegex(@"^pid (\d+)$")]
    private static partial Regex Pid();

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at (\S+)$")]
    private static partial Regex Listening();
}
