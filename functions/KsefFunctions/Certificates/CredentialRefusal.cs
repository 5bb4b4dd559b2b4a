using System.Globalization;
using KsefFunctions.Errors;

namespace KsefFunctions.Certificates;

/// <summary>Why a credential is of no use.</summary>
/// <param name="Definition">Number in the catalogue.</param>
/// <param name="Arguments">What its text speaks of; never anything secret.</param>
public sealed record CredentialRefusal(ErrorDefinition Definition, params IReadOnlyList<object?> Arguments)
{
    // A wrong certificate tells the operator more than one that is only too early or too late.
    private static readonly ErrorDefinition[] GravestFirst =
    [
        CertificateErrors.WrongEnvironment, CertificateErrors.SelfSigned, CertificateErrors.OtherCompany, CertificateErrors.WrongUsage,
        CertificateErrors.UnsuitableKey, CertificateErrors.Unreadable, CertificateErrors.Ended, CertificateErrors.NotYetValid,
    ];

    /// <summary>0 is the gravest.</summary>
    public int Rank => Array.IndexOf(GravestFirst, Definition) is var rank and >= 0 ? rank : GravestFirst.Length;

    public string Text => string.Format(CultureInfo.InvariantCulture, Definition.Text, [.. Arguments]);

    public string TextPl => string.Format(CultureInfo.InvariantCulture, Definition.TextPl, [.. Arguments]);

    public PipelineException ToException() => new(Definition, [.. Arguments]);

    /// <summary>A day as both languages of the catalogue write it.</summary>
    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
