using KsefFunctions.Settings;

namespace LocalHost.ImportCertificate;

/// <summary>What the user asked of <c>import-certificate</c>.</summary>
public sealed record ImportOptions
{
    /// <summary>Address of the vault.</summary>
    public Uri? Vault { get; init; }

    /// <summary>SHA-256 of the TLS certificate of a vault on this machine; null trusts as the system does.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The company that signs in with it.</summary>
    public string? Nip { get; init; }

    /// <summary>PEM or DER certificate, or PFX with its key.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>The private key, where the certificate's file does not hold it.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Which KSeF issued it, and which the app that reads the vault calls.</summary>
    public TargetEnvironment? Environment { get; init; }

    /// <summary>The certificate names another company, which acts for this one on purpose.</summary>
    public bool Represents { get; init; }

    /// <summary>Checks only.</summary>
    public bool DryRun { get; init; }

    public bool Help { get; init; }
}
