using System.Globalization;
using Ksef.Client;
using KsefFunctions.Answers;
using KsefFunctions.Errors;

namespace KsefFunctions.Steps;

/// <summary>Gives a failure of the KSeF client its number in the catalogue.</summary>
internal static class KsefFailure
{
    public static PipelineException Numbered(KsefException failure, string contextNip) => failure switch
    {
        KsefUnavailableException => new PipelineException(KsefErrors.Unavailable, failure),
        KsefIntegrityException => new PipelineException(ReceiptErrors.UpoMismatch, failure, "hash"),
        KsefAuthenticationException denied => new PipelineException(
            AuthenticationAnswers.ErrorOf(denied.AuthenticationStatus.Code), failure, contextNip, (int)denied.AuthenticationStatus.Code),
        KsefApiException api => OfRefusal(api, contextNip),
        _ => new PipelineException(TechnicalErrors.Unexpected, failure, "KSeF"),
    };

    private static PipelineException OfRefusal(KsefApiException refusal, string contextNip)
    {
        var code = refusal.Errors.Count > 0 ? refusal.Errors[0].Code : (int?)null;
        var said = code?.ToString(CultureInfo.InvariantCulture) ?? refusal.ReasonCode ?? "-";
        var cause = code is { } known ? RefusalAnswers.ErrorOf(known) : AccessAnswers.ErrorOf((int)refusal.Status, refusal.ReasonCode) ?? KsefErrors.RequestRefused;
        return SignInErrors.All.Contains(cause)
            ? new PipelineException(cause, refusal, contextNip, said)
            : new PipelineException(cause, refusal, (int)refusal.Status, said);
    }
}
