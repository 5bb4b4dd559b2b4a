using Ksef.Client;
using KsefFunctions.Errors;

namespace KsefFunctions.Steps;

/// <summary>Gives a failure of the KSeF client its number in the catalogue.</summary>
internal static class KsefFailure
{

    public static PipelineException Numbered(KsefException failure, string contextNip) => failure switch
    {
        KsefUnavailableException => new PipelineException(KsefErrors.Unavailable, failure),
        KsefIntegrityException => new PipelineException(KsefErrors.UpoMismatch, failure, "hash"),
        KsefAuthenticationException { AuthenticationStatus.Code: AuthenticationStatusCode.UnknownError or AuthenticationStatusCode.CancelledBySystem } => new PipelineException(KsefErrors.Unavailable, failure),
        KsefAuthenticationException { AuthenticationStatus.Code: AuthenticationStatusCode.NoPermissions } denied =>
            new PipelineException(KsefErrors.NoPermission, failure, contextNip, (int)denied.AuthenticationStatus.Code),
        KsefAuthenticationException denied =>
            new PipelineException(KsefErrors.CredentialRefused, failure, contextNip, (int)denied.AuthenticationStatus.Code),
        KsefApiException api when api.Has(KsefErrorCode.InvoiceNotYetAvailable) => new PipelineException(KsefErrors.InvoicesUnsettled, failure),
        KsefApiException api when api.Has(KsefErrorCode.SessionNotFound) => new PipelineException(KsefErrors.SessionNotVisible, failure),
        KsefApiException api => new PipelineException(
            KsefErrors.RequestRefused, failure, (int)api.Status, api.Errors.Count > 0 ? api.Errors[0].Code : api.ReasonCode ?? "-"),
        _ => new PipelineException(TechnicalErrors.Unexpected, failure, "KSeF"),
    };
}
