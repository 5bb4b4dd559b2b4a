using System.Text.Json;
using Azure;
using Azure.Identity;
using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>Gives a failure of Key Vault its number in the catalogue. Its messages hold names and identities, never secrets.</summary>
internal static class VaultFailure
{
    /// <summary>Whether a call ended in a way that this class can tell of.</summary>
    public static bool IsKnown(Exception failure) => failure is RequestFailedException or AuthenticationFailedException or AggregateException;

    public static PipelineException Numbered(Exception failure, string nip) => Cause(failure) switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } passing =>
            new PipelineException(CertificateErrors.VaultUnavailable, failure, nip, passing.Status == 0 ? "no connection" : $"HTTP {passing.Status}"),
        RequestFailedException refused => new PipelineException(CertificateErrors.VaultRefused, failure, nip, refused.Status, InnerCode(refused)),

        // The platform's token endpoint has bad minutes; a missing identity shows in the text of the log.
        AuthenticationFailedException => new PipelineException(CertificateErrors.VaultUnavailable, failure, nip, "no token for the app's identity"),
        _ => new PipelineException(CertificateErrors.VaultUnavailable, failure, nip, "no connection"),
    };

    /// <summary>The version was switched off by an operator; Key Vault says so with 403, as it says that a role is missing.</summary>
    public static bool IsDisabled(RequestFailedException failure) => failure.Status == 403 && InnerCode(failure) == "SecretDisabled";

    // The pipeline wraps what failed at each of its tries.
    private static Exception Cause(Exception failure) =>
        failure is AggregateException many ? many.InnerExceptions.FirstOrDefault(IsKnown) ?? failure : failure;

    private static string InnerCode(RequestFailedException failure)
    {
        try
        {
            using var body = JsonDocument.Parse(failure.GetRawResponse()?.Content ?? BinaryData.FromString("{}"));
            return body.RootElement.TryGetProperty("error", out var error) && error.TryGetProperty("innererror", out var inner) && inner.TryGetProperty("code", out var code)
                ? code.GetString() ?? "-"
                : failure.ErrorCode ?? "-";
        }
        catch (JsonException)
        {
            return failure.ErrorCode ?? "-";
        }
    }
}
