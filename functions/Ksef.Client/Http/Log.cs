using Microsoft.Extensions.Logging;

namespace Ksef.Client;

/// <summary>What the client writes to the log. Events 2001 to 2099.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Warning, "KSeF warns [{Code}] on {Operation}: {Message}")]
    public static partial void SystemWarning(ILogger logger, string code, string operation, string message);

    [LoggerMessage(2002, LogLevel.Information, "Trying {Operation} once more: {Reason}")]
    public static partial void Retrying(ILogger logger, string operation, string reason);

    [LoggerMessage(2003, LogLevel.Information, "Authenticated in context {Context}, reference {ReferenceNumber}")]
    public static partial void Authenticated(ILogger logger, ContextIdentifier context, ReferenceNumber referenceNumber);

    [LoggerMessage(2004, LogLevel.Information, "Access token of context {Context} refreshed")]
    public static partial void Refreshed(ILogger logger, ContextIdentifier context);

    [LoggerMessage(2005, LogLevel.Warning, "Refresh failed in context {Context}, authenticating anew: {Reason}")]
    public static partial void RefreshFailed(ILogger logger, ContextIdentifier context, string reason);

    [LoggerMessage(2006, LogLevel.Warning, "KSeF refused the access token of context {Context} for {Operation}, authenticating anew")]
    public static partial void TokenRefused(ILogger logger, ContextIdentifier context, string operation);

    [LoggerMessage(2007, LogLevel.Information, "Fetched {Count} public keys")]
    public static partial void KeysFetched(ILogger logger, int count);

    [LoggerMessage(2008, LogLevel.Warning, "A public key of KSeF cannot be read and is left out: {PublicKeyId}")]
    public static partial void KeyUnreadable(ILogger logger, string? publicKeyId);

    [LoggerMessage(2009, LogLevel.Information, "Context {Context} has another credential than before, authenticating anew")]
    public static partial void CredentialChanged(ILogger logger, ContextIdentifier context);

    [LoggerMessage(2010, LogLevel.Information, "KSeF does not tell the limits of context {Context}, the published ones are taken: {Reason}")]
    public static partial void LimitsUnknown(ILogger logger, ContextIdentifier context, string reason);
}
