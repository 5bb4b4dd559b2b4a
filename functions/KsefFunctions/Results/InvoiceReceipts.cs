using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>Which receipt proves which invoice of a file.</summary>
/// <param name="archived">Names of the file's receipts in the container <c>archive</c>.</param>
/// <param name="shown">How the reader knows them, in the same order.</param>
internal sealed class InvoiceReceipts(IReadOnlyList<string> archived, IReadOnlyList<string> shown)
{
    private readonly Dictionary<string, string> _single = archived.Zip(shown)
        .Where(receipt => !UpoNames.IsPage(receipt.First))
        .ToDictionary(receipt => Path.GetFileNameWithoutExtension(receipt.First), receipt => receipt.Second, StringComparer.Ordinal);

    private readonly ILookup<string, string> _pages = archived.Zip(shown)
        .Where(receipt => UpoNames.IsPage(receipt.First))
        .ToLookup(receipt => SessionOf(receipt.First), receipt => receipt.Second, StringComparer.Ordinal);

    /// <summary>
    /// Its own receipt, or else the only page of its session. Null where there is none yet, for a session with several pages, and for pages that earlier
    /// versions archived.
    /// </summary>
    public string? Of(InvoiceRow row) => row switch
    {
        { Outcome: not InvoiceOutcome.Accepted } => null,
        { KsefNumber: { } number } when _single.TryGetValue(number, out var single) => single,
        { SessionReferenceNumber: { } session } when _pages[session].Take(2).ToList() is [var page] => page,
        _ => null,
    };

    // session-{session}-{page}.xml; both references have the same length.
    private static string SessionOf(string page)
    {
        var name = Path.GetFileNameWithoutExtension(page).AsSpan("session-".Length);
        return name.Length % 2 == 1 && name[name.Length / 2] == '-' ? name[..(name.Length / 2)].ToString() : string.Empty;
    }
}
