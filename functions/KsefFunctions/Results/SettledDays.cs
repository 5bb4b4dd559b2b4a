using System.Globalization;
using System.Text.Json;
using KsefFunctions.Storage;

namespace KsefFunctions.Results;

/// <summary>
/// A list for each company and day, <c>outbox/{nip}/{day}.settled.jsonl</c>: a line for every result that is written, so that one read says which of the
/// day's drops are settled. The day is that of the drop, in Poland; a result that comes days later is added to the list of its day.
/// </summary>
public sealed class SettledDays(InvoiceStorage storage)
{
    // Storage takes four megabytes at once.
    private const int MostAtOnce = 1000;

    private static readonly SettledJson Json = new(ErpJson.Of(SettledJson.Default));

    /// <summary>Adds results, after they were written: those of a list with one call to storage.</summary>
    public async Task AddAsync(IEnumerable<SettledEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var list in entries.GroupBy(entry => (entry.Nip, entry.Day)))
        {
            foreach (var lines in list.Chunk(MostAtOnce))
            {
                await AppendAsync(list.Key.Nip, list.Key.Day, [.. lines.SelectMany(entry => LineOf(entry.Line))], cancellationToken);
            }
        }
    }

    private static byte[] LineOf(SettledLine line) => [.. JsonSerializer.SerializeToUtf8Bytes(line, Json.SettledLine), (byte)'\n'];

    private async Task AppendAsync(string nip, DateOnly day, byte[] lines, CancellationToken cancellationToken)
    {
        for (var part = 1; !await storage.AppendAsync(BlobArea.Outbox, NameOf(nip, day, part), lines, cancellationToken); part++)
        {
            // A list can be added to fifty thousand times; then the next part begins.
        }
    }

    /// <summary>Name of a list in the outbox.</summary>
    /// <param name="nip">The company.</param>
    /// <param name="day">Day of the drops, in Poland.</param>
    /// <param name="part">From 1.</param>
    internal static string NameOf(string nip, DateOnly day, int part = 1) => part == 1
        ? string.Create(CultureInfo.InvariantCulture, $"{nip}/{day:yyyy-MM-dd}.settled.jsonl")
        : string.Create(CultureInfo.InvariantCulture, $"{nip}/{day:yyyy-MM-dd}.settled.{part}.jsonl");
}
