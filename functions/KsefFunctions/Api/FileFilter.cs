using System.Diagnostics.CodeAnalysis;
using KsefFunctions.Files;

namespace KsefFunctions.Api;

/// <summary>Which files a list shows. Every part that is null lets all through.</summary>
public sealed record FileFilter
{
    public IReadOnlySet<FileOutcome>? Outcomes { get; init; }

    /// <summary>Ended, or on its way; a checked file is either, by what it was checked for.</summary>
    public bool? IsFinal { get; init; }

    public string? ContextNip { get; init; }

    /// <summary>Part of the path, the invoice number, the KSeF number or the buyer's name.</summary>
    public string? Text { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>Reads <c>outcome</c> (several with commas), <c>final</c> (true or false), <c>nip</c>, <c>text</c>, <c>from</c> and <c>to</c> (ISO 8601).</summary>
    public static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out FileFilter? filter, [NotNullWhen(false)] out string? problem)
    {
        filter = null;
        problem = null;
        var outcomes = new HashSet<FileOutcome>();
        foreach (var name in query["outcome"].SelectMany(value => (value ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!Enum.TryParse<FileOutcome>(name, ignoreCase: true, out var outcome) || !Enum.IsDefined(outcome))
            {
                problem = $"There is no outcome '{name}'. Known are {string.Join(", ", Enum.GetNames<FileOutcome>())}.";
                return false;
            }

            outcomes.Add(outcome);
        }

        if (!QueryValues.TryTime(query["from"], out var from) || !QueryValues.TryTime(query["to"], out var to))
        {
            problem = "'from' and 'to' are times in ISO 8601, such as 2026-02-01T00:00:00Z.";
            return false;
        }

        bool? isFinal = null;
        if (QueryValues.Text(query, "final") is { } final)
        {
            if (!bool.TryParse(final, out var parsed))
            {
                problem = "'final' is true or false.";
                return false;
            }

            isFinal = parsed;
        }

        filter = new FileFilter
        {
            Outcomes = outcomes.Count == 0 ? null : outcomes,
            IsFinal = isFinal,
            ContextNip = QueryValues.Text(query, "nip"),
            Text = QueryValues.Text(query, "text"),
            From = from,
            To = to,
        };
        return true;
    }

    public bool Matches(FileSummary file) =>
        (Outcomes is null || Outcomes.Contains(file.Outcome))
        && (IsFinal is null || IsFinal == file.IsFinal)
        && (ContextNip is null || file.ContextNip == ContextNip)
        && (From is null || file.ReceivedAt >= From)
        && (To is null || file.ReceivedAt < To)
        && (Text is null || Mentions(file, Text));

    private static bool Mentions(FileSummary file, string text) =>
        new[] { file.Path, file.InvoiceNumber, file.KsefNumber, file.BuyerName, file.Id }
            .Any(value => value?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);
}
