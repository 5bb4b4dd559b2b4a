using System.Globalization;
using KsefFunctions.Storage;

namespace Benchmarks.Flow;

/// <summary>A request that Azurite has answered.</summary>
/// <param name="At">When it was answered.</param>
/// <param name="Method">Of HTTP.</param>
/// <param name="Address">Account, then container or queue, then name and query.</param>
/// <param name="Status">Of the answer.</param>
internal sealed record StorageRequest(DateTimeOffset At, string Method, string Address, int Status)
{
    /// <summary>A result file appeared in the outbox.</summary>
    public bool WroteResult => Wrote($"/{ContainerNames.Outbox}/") && Address.EndsWith(".result.json", StringComparison.Ordinal);

    /// <summary>It was a result file of that company.</summary>
    public bool WroteResultOf(string nip) => WroteResult && Address.Contains($"/{ContainerNames.Outbox}/{nip}/", StringComparison.Ordinal);

    /// <summary>The app noted that a file has been taken in.</summary>
    public bool NotedDrop => Wrote($"/{ContainerNames.Status}/drops/");

    /// <summary>It made or changed a blob of the invoice storage, as Azure counts write operations.</summary>
    public bool WroteInvoiceBlob => IsOfAnInvoiceBlob && Method == "PUT";

    /// <summary>It read a blob of the invoice storage, or only asked for its properties.</summary>
    public bool ReadInvoiceBlob => IsOfAnInvoiceBlob && (Method is "GET" or "HEAD") && !Address.Contains("comp=list", StringComparison.Ordinal);

    private bool IsOfAnInvoiceBlob => ContainerNames.All.Any(container => Address.Contains($"/{container}/", StringComparison.Ordinal));

    /// <summary>Reads a line such as <c>2026-11-28T12:00:00.000Z 127.0.0.1:10000 GET /ksefinvoices/inbox?comp=list 200 1.204</c>.</summary>
    public static StorageRequest Parse(string line) => line.Split(' ') is [var at, _, var method, var address, var status, _]
        ? new StorageRequest(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), method, address, int.Parse(status, CultureInfo.InvariantCulture))
        : throw new FormatException($"This is no line of Azurite's access log: {line}");

    private bool Wrote(string place) => Method == "PUT" && Status == 201 && Address.Contains(place, StringComparison.Ordinal);
}
