using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>
/// Keys of the index. What is looked for stands in them in the order in which it is shown, because Azure Table Storage finds nothing fast but a range of
/// keys of one partition (Microsoft, "Design for querying", 2026-03).
/// </summary>
internal static class IndexKeys
{
    // A key may have a kilobyte, that is 512 characters; the longest texts of invoices are cut well before.
    private const int LongestText = 200;
    private const char End = '|';

    // Counting down puts the newest first.
    private const long EndOfTime = 9_999_999_999_999;
    private const int EndOfDays = 9_999_999;
    private const decimal EndOfAmounts = 1_000_000_000_000_000_000m;

    /// <summary>What tells an invoice from all others of its company, newest first.</summary>
    public static string Of(IndexedInvoice invoice) => string.Create(CultureInfo.InvariantCulture, $"{OfFile(invoice)}{invoice.Ordinal:D5}");

    /// <summary>What tells the file of an invoice from all others of its company: how the keys of all its invoices begin.</summary>
    public static string OfFile(IndexedInvoice invoice) => string.Create(
        CultureInfo.InvariantCulture, $"{Of(invoice.ReceivedAt)}-{invoice.FileId.AsSpan(invoice.FileId.Length - 16)}-");

    /// <summary>What tells the buyer of an invoice from all others: the NIP, or the name of one who has none; null where nothing is known.</summary>
    public static string? OfBuyer(IndexedInvoice invoice) =>
        invoice.BuyerNip is { } nip ? Of(nip) : invoice.BuyerName is { } name ? $"~{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Of(name))).AsSpan(0, 12))}" : null;

    /// <summary>A moment, the latest first.</summary>
    public static string Of(DateTimeOffset time) => (EndOfTime - time.ToUnixTimeMilliseconds()).ToString("D13", CultureInfo.InvariantCulture);

    /// <summary>A day, the latest first.</summary>
    public static string Of(DateOnly day) => (EndOfDays - day.DayNumber).ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>An amount, the smallest first; hundredths are told apart.</summary>
    public static string Of(decimal amount)
    {
        var hundredths = Math.Clamp(decimal.Round(amount * 100), 1 - EndOfAmounts, EndOfAmounts - 1);
        return (hundredths + EndOfAmounts).ToString("0000000000000000000", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A text as a key may hold it: in capitals, and with what keys must not hold (<c>/ \ # ?</c>, control characters), or what marks their parts, written
    /// as <c>!</c> and its number.
    /// </summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text.Trim().ToUpperInvariant())
        {
            if (key.Length >= LongestText)
            {
                break;
            }

            if (char.IsLetterOrDigit(character) || character is '-' or '.' or '_' or ' ' or '(' or ')')
            {
                key.Append(character);
            }
            else
            {
                key.Append(CultureInfo.InvariantCulture, $"!{(int)character:X4}");
            }
        }

        return key.ToString();
    }

    /// <summary>How all rows of a kind begin.</summary>
    public static string Start(IndexKind kind) => $"{(char)('a' + (int)kind)}{End}";

    /// <summary>How rows of a kind begin that are found by this value.</summary>
    public static string Start(IndexKind kind, string value) => $"{Start(kind)}{value}{End}";

    /// <summary>The key of an invoice's row of a kind.</summary>
    public static string Row(IndexKind kind, string? value, string invoice) => (value is null ? Start(kind) : Start(kind, value)) + invoice;

    /// <summary>The invoice that a row leads to.</summary>
    public static string InvoiceOf(string row) => row[(row.LastIndexOf(End) + 1)..];

    /// <summary>The first key behind all that begin so.</summary>
    public static string Behind(string start) => start[..^1] + (char)(start[^1] + 1);

    /// <summary>Names of a status in keys.</summary>
    public static string Of(InvoiceStatus status) => status.ToString();
}
