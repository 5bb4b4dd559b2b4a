using System.Text.Json;
using KsefFunctions.Storage;
using Microsoft.IO;

namespace KsefFunctions.Evidence;

/// <summary>
/// The answers heard during one run of a step, written down as they come: lists of a large session are megabytes long, and nobody needs them
/// together. Parts of a package are uploaded side by side, so adding is thread-safe.
/// </summary>
public sealed class EvidenceRecording(string name) : IDisposable
{
    private readonly Lock _gate = new();
    private RecyclableMemoryStream? _document;
    private Utf8JsonWriter? _json;
    private bool _isComplete;

    /// <summary>Name of the document in the container <c>archive</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Adds an answer. One that comes after the end of the recording is not kept.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="body">Its JSON body; null for documents, which are archived on their own.</param>
    internal void Add(KsefAnswer answer, ReadOnlyMemory<char>? body)
    {
        lock (_gate)
        {
            if (!_isComplete)
            {
                Write(Document(), answer, body);
            }
        }
    }

    /// <summary>Ends the recording.</summary>
    /// <returns>The document with all that was heard, at its start; null when nothing was.</returns>
    internal Stream? Complete()
    {
        lock (_gate)
        {
            _isComplete = true;
            if (_json is null)
            {
                return null;
            }

            _json.WriteEndArray();
            _json.Flush();
            _document!.Position = 0;
            return _document;
        }
    }

    public void Dispose()
    {
        _json?.Dispose();
        _document?.Dispose();
    }

    private Utf8JsonWriter Document()
    {
        if (_json is null)
        {
            _document = PooledContent.Empty();
            _json = new Utf8JsonWriter(bufferWriter: _document);
            _json.WriteStartArray();
        }

        return _json;
    }

    private static void Write(Utf8JsonWriter json, KsefAnswer answer, ReadOnlyMemory<char>? body)
    {
        json.WriteStartObject();
        json.WriteString("at", answer.At);
        json.WriteString("method", answer.Method);
        json.WriteString("path", answer.Path);
        if (answer.Status is { } status)
        {
            json.WriteNumber("status", status);
        }

        if (body is { } text)
        {
            json.WritePropertyName("body");
            EvidenceText.Write(json, text.Span);
        }

        json.WriteEndObject();
    }
}
