using System.Globalization;
using KsefSimulator.Http;
using KsefSimulator.Settings;
using KsefSimulator.Time;

namespace KsefSimulator.Invoices.Queries;

/// <summary>The range of a query: by date of issue, of coming in, or of permanent storage; at most three months (from API 2.7 on, 100 days).</summary>
internal sealed record InvoiceDateRange(string DateType, DateTimeOffset From, DateTimeOffset To)
{
    public const string Issue = "Issue";
    public const string Invoicing = "Invoicing";
    public const string PermanentStorage = "PermanentStorage";

    /// <exception cref="KsefRefusal">21405 malformed or too long; 21183 begins after what is complete.</exception>
    public static InvoiceDateRange Parse(DateRangeBody? body, SpecLevel level, DateTimeOffset now)
    {
        var range = Require.Present(body, "filters.dateRange");
        var type = range.DateType is Issue or Invoicing or PermanentStorage ? range.DateType : throw Refusals.InvalidInput("Pole 'dateRange.dateType' ma niedozwoloną wartość.");
        var from = Moment(range.From, "dateRange.from") ?? throw Refusals.InvalidInput("Pole 'dateRange.from' jest wymagane.");
        var to = Moment(range.To, "dateRange.to") ?? now;
        if (from > to)
        {
            throw Refusals.InvalidInput("Pole 'dateRange.from' jest późniejsze niż 'dateRange.to'.");
        }

        if (IsTooLong(from, to, level))
        {
            throw Refusals.InvalidInput("Zakres dat przekracza dozwolony okres.");
        }

        if (type == PermanentStorage && range.RestrictToPermanentStorageHwmDate == true)
        {
            return from > now ? throw Refusals.QueryBeyondAvailableData() : new InvoiceDateRange(type, from, to < now ? to : now);
        }

        return new InvoiceDateRange(type, from, to);
    }

    public bool Contains(SubmittedInvoice invoice) => DateType == Issue
        ? invoice.Facts!.IssueDate >= From.WarsawDay() && invoice.Facts.IssueDate <= To.WarsawDay()
        : MomentOf(invoice) >= From && MomentOf(invoice) <= To;

    /// <summary>The date by which results are ordered.</summary>
    public DateTimeOffset MomentOf(SubmittedInvoice invoice) => DateType switch
    {
        Issue => new DateTimeOffset(invoice.Facts!.IssueDate.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        Invoicing => invoice.InvoicingDate,
        _ => invoice.VisibleAt,
    };

    // Three months in UTC or in Polish time, whichever is kinder (API 2.0.1).
    private static bool IsTooLong(DateTimeOffset from, DateTimeOffset to, SpecLevel level) => level == SpecLevel.V28
        ? to - from > TimeSpan.FromDays(100)
        : to.UtcDateTime > from.UtcDateTime.AddMonths(3) && to.InWarsaw().DateTime > from.InWarsaw().DateTime.AddMonths(3);

    // Without an offset it is Polish time.
    private static DateTimeOffset? Moment(string? text, string name)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
        {
            throw Refusals.InvalidInput($"Pole '{name}' nie jest poprawną datą.");
        }

        return parsed.Kind == DateTimeKind.Unspecified ? WarsawTime.FromWarsaw(parsed) : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }
}
