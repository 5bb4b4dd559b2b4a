using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KsefFunctions.Files;
using KsefFunctions.Index;

namespace KsefFunctions.Api;

/// <summary>Reads an <see cref="InvoiceFilter"/> from the address of a request.</summary>
internal static class InvoiceFilterQuery
{
    /// <summary>
    /// Reads <c>nip</c>, <c>status</c>, <c>number</c>, <c>ksefNumber</c>, <c>buyer</c> and <c>seller</c> (NIP), <c>name</c>, <c>file</c>, <c>amountFrom</c>,
    /// <c>amountTo</c>, <c>issuedFrom</c>, <c>issuedTo</c>, <c>schema</c>, <c>session</c>, <c>from</c> and <c>to</c>.
    /// </summary>
    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out InvoiceFilter? filter, [NotNullWhen(false)] out string? problem)
    {
        filter = null;
        problem = null;
        InvoiceStatus? status = null;
        if (Text(query, "status") is { } name)
        {
            if (!Enum.TryParse<InvoiceStatus>(name, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            {
                problem = $"There is no status '{name}'. Known are {string.Join(", ", Enum.GetNames<InvoiceStatus>())}.";
                return false;
            }

            status = known;
        }

        if (!TryAmount(query, "amountFrom", out var amountFrom) || !TryAmount(query, "amountTo", out var amountTo))
        {
            problem = "'amountFrom' and 'amountTo' are amounts with a decimal point, such as 1234.50.";
            return false;
        }

        if (!TryDay(query, "issuedFrom", out var issuedFrom) || !TryDay(query, "issuedTo", out var issuedTo))
        {
            problem = "'issuedFrom' and 'issuedTo' are days in ISO 8601, such as 2026-02-01.";
            return false;
        }

        if (!QueryValues.TryTime(Text(query, "from"), out var from) || !QueryValues.TryTime(Text(query, "to"), out var to))
        {
            problem = "'from' and 'to' are times in ISO 8601, such as 2026-02-01T00:00:00Z.";
            return false;
        }

        filter = new InvoiceFilter
        {
            ContextNip = Text(query, "nip"),
            Status = status,
            Number = Text(query, "number"),
            KsefNumber = Text(query, "ksefNumber"),
            BuyerNip = Text(query, "buyer"),
            SellerNip = Text(query, "seller"),
            BuyerName = Text(query, "name"),
            File = Text(query, "file"),
            AmountFrom = amountFrom,
            AmountTo = amountTo,
            IssuedFrom = issuedFrom,
            IssuedTo = issuedTo,
            Schema = Text(query, "schema"),
            Session = Text(query, "session"),
            ReceivedFrom = from,
            ReceivedTo = to,
        };
        return true;
    }

    private static string? Text(IQueryCollection query, string name) => QueryValues.Text(query, name);

    private static bool TryAmount(IQueryCollection query, string name, out decimal? amount) => QueryValues.TryRead(
        Text(query, name),
        (string text, out decimal read) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out read),
        out amount);

    private static bool TryDay(IQueryCollection query, string name, out DateOnly? day) => QueryValues.TryRead(
        Text(query, name), (string text, out DateOnly read) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out read), out day);
}
