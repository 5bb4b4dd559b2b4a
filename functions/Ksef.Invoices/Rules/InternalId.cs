namespace Ksef.Invoices.Rules;

/// <summary>
/// The internal identifier of a company's unit (IDWew): its NIP, a dash and five digits. The last one is a check digit over all the others, by the
/// weights 1 and 3 in turn, modulo 10. Source: KSeF API 2.6, POST /permissions/subunits/grants.
/// </summary>
internal static class InternalId
{
    private const int DashAt = 10;
    private const int Length = 16;

    /// <summary>Whether it is ten digits, a dash and five digits, right or not. Another form is the schema's business.</summary>
    public static bool HasValidForm(string text) =>
        text.Length == Length && text[DashAt] == '-' && !text.AsSpan(0, DashAt).ContainsAnyExceptInRange('0', '9') && !text.AsSpan(DashAt + 1).ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the check digit fits; <paramref name="text"/> must have the valid form.</summary>
    public static bool HasValidChecksum(string text)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in text.AsSpan(0, Length - 1))
        {
            if (character != '-')
            {
                sum += (character - '0') * weight;
                weight = 4 - weight;
            }
        }

        return sum % 10 == text[^1] - '0';
    }
}
