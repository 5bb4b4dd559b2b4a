namespace Ksef.Client;

/// <summary>What one login brought.</summary>
internal sealed class HeldTokens(ReferenceNumber referenceNumber, HeldToken access, HeldToken? refresh)
{
    public ReferenceNumber ReferenceNumber { get; } = referenceNumber;

    public HeldToken Access { get; } = access;

    public HeldToken? Refresh { get; } = refresh;

    public HeldTokens With(HeldToken newAccess) => new(ReferenceNumber, newAccess, Refresh);

    public override string ToString() => $"{nameof(HeldTokens)} {ReferenceNumber}";
}
