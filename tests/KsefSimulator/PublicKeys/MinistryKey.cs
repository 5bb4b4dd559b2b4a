namespace KsefSimulator.PublicKeys;

/// <summary>One of KSeF's key pairs, made at run time; the private part stays in the simulator.</summary>
internal sealed record MinistryKey
{
    /// <summary>SHA-256 of the public key (SubjectPublicKeyInfo), Base64.</summary>
    public required string PublicKeyId { get; init; }

    public required string Usage { get; init; }

    public required byte[] Certificate { get; init; }

    public required byte[] PrivateKey { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required DateTimeOffset ValidTo { get; init; }

    /// <summary>Withdrawn: no longer listed, no longer decrypting.</summary>
    public bool IsWithdrawn { get; init; }
}
