using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace KsefFunctions.Index;

/// <summary>
/// Refuses a query that names anything but keys. Azure answers one, too: it reads the whole partition, or the whole table, page by page. A local emulator
/// does the same in milliseconds, so that nobody would notice before there are a million rows.
/// </summary>
internal sealed partial class KeysOnlyPolicy : HttpPipelineSynchronousPolicy
{
    private const string Query = "()";
    private const string Parameter = "$filter=";

    public override void OnSendingRequest(HttpMessage message)
    {
        var address = message.Request.Uri.ToUri();
        if (message.Request.Method == RequestMethod.Get && address.AbsolutePath.EndsWith(Query, StringComparison.Ordinal))
        {
            Demand(FilterOf(address) ?? string.Empty);
        }
    }

    /// <summary>Lets a filter pass that demands one partition, and of its rows nothing but keys.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    internal static void Demand(string filter)
    {
        if (!KeyRangeFilter.IsMatch(Text.Replace(filter, "''")))
        {
            throw new InvalidOperationException("A query of the index must name one partition and a range of its row keys, and nothing else.");
        }
    }

    private static string? FilterOf(Uri uri) => uri.Query.TrimStart('?').Split('&').Select(Uri.UnescapeDataString)
        .FirstOrDefault(part => part.StartsWith(Parameter, StringComparison.Ordinal))?[Parameter.Length..];

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Text { get; }

    [GeneratedRegex(@"^\(?PartitionKey eq ''\)?( and \(?RowKey (gt|ge|lt|le|eq) ''\)?)*$")]
    private static partial Regex KeyRangeFilter { get; }
}
