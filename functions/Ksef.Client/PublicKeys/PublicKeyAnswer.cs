namespace Ksef.Client;

/// <summary>GET /security/public-key-certificates, one entry.</summary>
internal sealed record PublicKeyAnswer
{
    public string? Certificate { get; init; }

    public string? PublicKeyId { get; init; }

    public DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset ValidTo { get; init; }

    public IReadOnlyList<string>? Usage { get; init; }
}
