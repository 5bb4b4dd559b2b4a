using Ksef.Client;
using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>Which version of a company's credential is used.</summary>
/// <param name="Chosen">The newest usable one; null when there is none.</param>
/// <param name="Refused">What was looked at before it and refused, the newest first.</param>
/// <param name="TokensEnd">The first moment without KSeF tokens in Poland. The law may move it, so tokens are warned of and never refused here.</param>
public sealed record CredentialChoice(UsableCredential? Chosen, IReadOnlyList<RefusedVersion> Refused, DateTimeOffset TokensEnd)
{
    public bool IsToken => Chosen?.Credential is TokenCredential;

    /// <summary>A newer version that will never be right, so somebody made a mistake; one that only waits for its day is none.</summary>
    public RefusedVersion? Mistaken => Refused.FirstOrDefault(version => version.Refusal.Definition != CertificateErrors.NotYetValid);

    /// <summary>Why nothing can be used.</summary>
    public CredentialRefusal? Gravest => Refused.Select(version => version.Refusal).MinBy(refusal => refusal.Rank);

    /// <summary>Until when the company can sign in without a gap, with what is stored already; null when it cannot.</summary>
    public DateTimeOffset? CoveredUntil
    {
        get
        {
            if (IsToken)
            {
                return TokensEnd;
            }

            var end = Chosen?.EndsAt;
            var waiting = Refused.Where(version => version.Refusal.Definition == CertificateErrors.NotYetValid).Select(version => version.Facts!);
            foreach (var next in waiting.OrderBy(facts => facts.NotBefore))
            {
                end = next.NotBefore <= end && next.NotAfter > end ? next.NotAfter : end;
            }

            return end;
        }
    }
}
