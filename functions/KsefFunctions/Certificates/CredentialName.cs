using System.Text.RegularExpressions;

namespace KsefFunctions.Certificates;

/// <summary>The name of a company's item in Key Vault, <c>ksef-{nip}</c>, the same for certificate and secret.</summary>
public static partial class CredentialName
{
    public static string Of(string nip) => $"ksef-{nip}";

    /// <summary>The company of an item; null when the item is none of ours.</summary>
    public static string? NipIn(string name) => Form().Match(name) is { Success: true } found ? found.Groups[1].Value : null;

    // Key Vault does not tell upper from lower case in names.
    [GeneratedRegex(@"^ksef-(\d{10})$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
