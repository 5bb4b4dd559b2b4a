using System.Buffers.Text;
using System.Globalization;
using System.Text;
using KsefSimulator.Faults;
using KsefSimulator.Http;

namespace KsefSimulator.Paging;

/// <summary>
/// Paging by continuation token: the header <c>x-continuation-token</c> carries the position after the last item of the page before.
/// The token is bound to the listing it came from.
/// </summary>
internal sealed record Page(int Offset, int Size)
{
    public const string Header = "x-continuation-token";

    public static Page From(HttpRequest request, string listing, int minimum = 10, int maximum = 1000, int fallback = 10)
    {
        var size = fallback;
        if (request.Query.TryGetValue("pageSize", out var text)
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) || size < minimum || size > maximum))
        {
            throw Refusals.InvalidInput($"Parametr 'pageSize' musi mieścić się w zakresie od {minimum} do {maximum}.");
        }

        var faults = request.HttpContext.RequestServices.GetRequiredService<FaultSwitchboard>();
        string? token = request.Headers[Header];
        if (!string.IsNullOrEmpty(token) && faults.Strikes(request.HttpContext, FaultNames.ContinuationExpired, listing))
        {
            throw Refusals.InvalidContinuationToken();
        }

        return new Page(OffsetFrom(token, listing), size);
    }

    /// <summary>The token for the page after this one, or null when the listing ends here.</summary>
    public string? Next(int total, string listing) => Offset + Size >= total
        ? null
        : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{listing}:{Offset + Size}"));

    private static int OffsetFrom(string? token, string listing)
    {
        if (string.IsNullOrEmpty(token))
        {
            return 0;
        }

        if (!Base64.IsValid(token))
        {
            throw Refusals.InvalidContinuationToken();
        }

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(token));
        var separator = text.LastIndexOf(':');
        return separator > 0
            && text[..separator] == listing
            && int.TryParse(text.AsSpan(separator + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                ? offset
                : throw Refusals.InvalidContinuationToken();
    }
}
