using System.Collections.Concurrent;
using System.Xml;

namespace Ksef.Invoices.Grammar;

/// <summary>
/// The names in one document. Those of the schemas are kept once for all documents; others as long as the document only, so that files with
/// names of their own making cannot fill the memory.
/// </summary>
internal sealed class DocumentNames : XmlNameTable
{
    /// <summary>Names that .NET's reader of XML wants in every document.</summary>
    private static readonly string[] Reserved =
        ["", "xml", "xmlns", "version", "encoding", "standalone", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"];

    private static readonly ConcurrentDictionary<string, string> Shared = new(
        Reserved.Select(name => KeyValuePair.Create(name, name)), StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SharedByText = Shared.GetAlternateLookup<ReadOnlySpan<char>>();

    private NameTable? _own;

    /// <summary>Keeps a name of a schema for all documents.</summary>
    public static string Share(string name) => Shared.GetOrAdd(name, name);

    /// <inheritdoc/>
    public override string Add(string array) => Get(array) ?? (_own ??= new NameTable()).Add(array);

    /// <inheritdoc/>
    public override string Add(char[] array, int offset, int length) => Get(array, offset, length) ?? (_own ??= new NameTable()).Add(array, offset, length);

    /// <inheritdoc/>
    public override string? Get(string array) => _own?.Get(array) ?? Shared.GetValueOrDefault(array);

    /// <inheritdoc/>
    public override string? Get(char[] array, int offset, int length) =>
        // Its own first: a name must stay the same object even when it is shared in the middle of the document.
        _own?.Get(array, offset, length) ?? (SharedByText.TryGetValue(array.AsSpan(offset, length), out var shared) ? shared : null);
}
