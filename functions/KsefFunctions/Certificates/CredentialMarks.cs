using KsefFunctions.Settings;

namespace KsefFunctions.Certificates;

/// <summary>What the operator said of a credential when importing it, kept as tags of the item in Key Vault.</summary>
/// <param name="Represents">Company for which a certificate that names another company may act; null when nothing of the kind was said.</param>
/// <param name="Environment">Which KSeF issued it: TEST and DEMO issue under one name, so the certificate alone does not tell.</param>
public sealed record CredentialMarks(string? Represents, TargetEnvironment? Environment)
{
    public const string RepresentsTag = "ksef-represents";
    public const string EnvironmentTag = "ksef-environment";

    public static readonly CredentialMarks None = new(null, null);

    public static CredentialMarks Of(IDictionary<string, string> tags) => new(
        tags.TryGetValue(RepresentsTag, out var nip) ? nip : null,
        tags.TryGetValue(EnvironmentTag, out var name) && Enum.TryParse<TargetEnvironment>(name, ignoreCase: true, out var environment) ? environment : null);

    public IReadOnlyDictionary<string, string> ToTags()
    {
        var tags = new Dictionary<string, string>();
        if (Represents is not null)
        {
            tags[RepresentsTag] = Represents;
        }

        if (Environment is { } environment)
        {
            tags[EnvironmentTag] = environment.ToString().ToLowerInvariant();
        }

        return tags;
    }
}
