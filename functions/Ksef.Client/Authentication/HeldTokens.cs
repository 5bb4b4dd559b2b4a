namespace Ksef.Client;

/// <summary>What one login brought.</summary>
internal sealed class HeldTokens(ReferenceNumber referenceNumber, string credentialMark, HeldToken access, HeldToken? refresh)
{
    public ReferenceNumber ReferenceNumber { get; } = referenceNumber;

    /// <summary>Which credential was presented.</summary>
    public string CredentialMark { get; } = credentialMark;

    public HeldToken Access { get; } = access;

    public HeldToken? Refresh { get; } = refresh;

    public HeldTokens With(HeldToken newAccess) => new(ReferenceNumber, CredentialMark, newAccess, Refresh);

    public override string ToString() => $"{nameof(HeldTokens)} {ReferenceNumber}";
}
