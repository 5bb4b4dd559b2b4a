using KsefSimulator.Http;

namespace KsefSimulator.Tokens;

/// <summary>The query parameters of GET /tokens.</summary>
internal sealed record TokenFilter(IReadOnlyList<string> Statuses, string? Description, string? Author, string? AuthorType)
{
    private static readonly string[] KnownStatuses = ["Pending", "Active", "Revoking", "Revoked", "Failed"];

    private static readonly string[] AuthorTypes = ["Nip", "Pesel", "Fingerprint"];

    public static TokenFilter From(HttpRequest request)
    {
        var statuses = request.Query["status"].OfType<string>().ToList();
        if (statuses.Except(KnownStatuses, StringComparer.OrdinalIgnoreCase).Any())
        {
            throw Refusals.InvalidInput("Parametr 'status' zawiera niedozwoloną wartość.");
        }

        string? authorType = request.Query["authorIdentifierType"];
        return authorType is null || AuthorTypes.Contains(authorType, StringComparer.OrdinalIgnoreCase)
            ? new TokenFilter(statuses, Text(request, "description"), Text(request, "authorIdentifier"), authorType)
            : throw Refusals.InvalidInput("Parametr 'authorIdentifierType' ma niedozwoloną wartość.");
    }

    public IEnumerable<KsefToken> Apply(IEnumerable<KsefToken> tokens, DateTimeOffset now) => tokens
        .Where(token => Statuses.Count == 0 || Statuses.Contains(token.StatusAt(now), StringComparer.OrdinalIgnoreCase))
        .Where(token => Description is null || token.Description.Contains(Description, StringComparison.OrdinalIgnoreCase))
        .Where(token => Author is null || token.Author.Value.Contains(Author, StringComparison.OrdinalIgnoreCase))
        .Where(token => AuthorType is null || string.Equals(token.Author.Type, AuthorType, StringComparison.OrdinalIgnoreCase));

    private static string? Text(HttpRequest request, string name)
    {
        string? value = request.Query[name];
        return string.IsNullOrEmpty(value) ? null : Require.Text(value, name, 3);
    }
}
