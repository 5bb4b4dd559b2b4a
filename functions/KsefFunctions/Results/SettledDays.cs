using System.Globalization;
using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Results;

/// <summary>
/// A list for each company and day, <c>outbox/{nip}/{day}.settled.jsonl</c>: a line for every result that is written, so that one read says which of the
/// day's drops are settled. The day is that of the drop, in Poland; a result that comes days later is added to the list of its day.
/// </summary>
public sealed class SettledDays(InvoiceStorage storage)
{
    private static readonly SettledJson Json = new(ErpJson.Of(SettledJson.Default));

    /// <summary>Adds a result, after it was written.</summary>
    /// <param name="result">What was written.</param>
    /// <param name="name">Its name in the outbox.</param>
    /// <param name="droppedAt">When the file was dropped.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task AddAsync(ResultFile result, string name, DateTimeOffset droppedAt, CancellationToken cancellationToken)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(SettledLine.Of(result, name), Json.SettledLine), (byte)'\n'];
        for (var part = 1; !await storage.AppendAsync(BlobArea.Outbox, NameOf(result.Nip, PolishTime.DayOf(droppedAt), part), line, cancellationToken); part++)
        {
            // A list takes fifty thousand lines; more begin the next.
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
