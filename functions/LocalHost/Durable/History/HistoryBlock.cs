using System.Buffers;
using System.Text.Json;

namespace LocalHost.Durable.History;

/// <summary>Entries as they are stored: one JSON document per line. A block is written as a whole or not at all.</summary>
internal static class HistoryBlock
{
    private const byte NewLine = (byte)'\n';

    public static ReadOnlyMemory<byte> Write(IEnumerable<HistoryEvent> events)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer);
        foreach (var historyEvent in events)
        {
            JsonSerializer.Serialize(writer, historyEvent, HistoryJson.Default.HistoryEvent);
            writer.Flush();
            buffer.Write([NewLine]);
            writer.Reset();
        }

        return buffer.WrittenMemory;
    }

    /// <exception cref="InvalidDataException">The bytes are not whole entries.</exception>
    public static IReadOnlyList<HistoryEvent> Read(ReadOnlyMemory<byte> content)
    {
        var events = new List<HistoryEvent>();
        for (var rest = content; !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf(NewLine);
            if (end < 0)
            {
                throw new InvalidDataException($"The history breaks off after {events.Count} entries.");
            }

            events.Add(JsonSerializer.Deserialize(rest.Span[..end], HistoryJson.Default.HistoryEvent)
                ?? throw new InvalidDataException($"Entry {events.Count} of the history is empty."));
            rest = rest[(end + 1)..];
        }

        return events;
    }
}
