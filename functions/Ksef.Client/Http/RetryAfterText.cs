using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ksef.Client;

/// <summary>Finds the waiting time in the body of a 429 that came without a Retry-After header ("Spróbuj ponownie po 30 sekundach").</summary>
internal static partial class RetryAfterText
{
    public static TimeSpan? Find(ReadOnlySpan<byte> body)
    {
        var match = Waiting().Match(Encoding.UTF8.GetString(body));
        if (!match.Success || !int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "godz" => TimeSpan.FromHours(count),
            "min" => TimeSpan.FromMinutes(count),
            _ => TimeSpan.FromSeconds(count),
        };
    }

    [GeneratedRegex(@"ponownie po (?<count>[0-9]{1,6}) (?<unit>sek|min|godz)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Waiting();
}
