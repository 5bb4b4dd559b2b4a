using System.Globalization;
using KsefFunctions.Certificates;
using KsefFunctions.Errors;

namespace KsefFunctions.Watch;

/// <summary>What a person should know of a company's credentials. Pure: the same choice at the same time gives the same findings.</summary>
public static class CredentialFindings
{
    public static IReadOnlyList<WatchFinding> Of(string nip, CredentialChoice choice, DateTimeOffset now)
    {
        if (choice.Chosen is null)
        {
            return [Unusable(nip, choice.Gravest!)];
        }

        var findings = new List<WatchFinding>();
        if (choice.IsToken)
        {
            findings.Add(OnToken(nip, choice.TokensEnd, now));
        }
        else if (OnEnd(nip, choice.CoveredUntil!.Value, now) is { } ending)
        {
            findings.Add(ending);
        }

        if (choice.Mistaken is { } mistaken)
        {
            findings.Add(With(CertificateErrors.NewerRefused, nip, mistaken.Refusal.Text, mistaken.Refusal.TextPl));
        }

        return findings;
    }

    /// <summary>For a company whose credentials could not be read.</summary>
    public static WatchFinding Failed(string nip, PipelineException failure)
    {
        var recorded = failure.Definition.Record(PipelineException.ArgumentsIn(failure.Message));
        var found = failure.Definition == CertificateErrors.NoCredential ? CertificateErrors.NoneUsable : CertificateErrors.NotLookedAt;
        return found == CertificateErrors.NoneUsable
            ? With(found, nip, recorded.Message, recorded.MessagePl)
            : Sentence(found, recorded.Message, recorded.MessagePl) with { ContextNip = nip == "*" ? null : nip };
    }

    private static WatchFinding Unusable(string nip, CredentialRefusal reason) => With(CertificateErrors.NoneUsable, nip, reason.Text, reason.TextPl);

    private static WatchFinding? OnEnd(string nip, DateTimeOffset end, DateTimeOffset now)
    {
        var days = CertificateDaysLeft.Between(now, end);
        return ExpiryStages.Certificate.Of(days) is null
            ? null
            : WatchFinding.Of(days <= ExpiryStages.Certificate.EveryDayFrom ? CertificateErrors.EndingSoon : CertificateErrors.Ending, nip, days, CredentialRefusal.Day(end)) with { ContextNip = nip };
    }

    private static WatchFinding OnToken(string nip, DateTimeOffset end, DateTimeOffset now)
    {
        // Midnight in Warsaw is still the day before in UTC: the last one with tokens.
        var lastDay = CredentialRefusal.Day(end);
        var finding = now < end
            ? WatchFinding.Of(CertificateErrors.TokenEnding, nip, CertificateDaysLeft.Between(now, end), lastDay)
            : WatchFinding.Of(CertificateErrors.TokenEnded, nip, lastDay);
        return finding with { ContextNip = nip };
    }

    private static WatchFinding With(ErrorDefinition definition, string nip, string reason, string reasonPl) => new(
        definition.Code,
        definition.Kind == ErrorKind.Warning,
        string.Format(CultureInfo.InvariantCulture, definition.Text, nip, reason),
        string.Format(CultureInfo.InvariantCulture, definition.TextPl, nip, reasonPl))
    { ContextNip = nip };

    private static WatchFinding Sentence(ErrorDefinition definition, string reason, string reasonPl) => new(
        definition.Code,
        definition.Kind == ErrorKind.Warning,
        string.Format(CultureInfo.InvariantCulture, definition.Text, reason),
        string.Format(CultureInfo.InvariantCulture, definition.TextPl, reasonPl));
}
