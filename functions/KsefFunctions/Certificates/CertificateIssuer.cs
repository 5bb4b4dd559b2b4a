namespace KsefFunctions.Certificates;

/// <summary>Who vouches for a certificate, as its issuer's name says. Whether that is true, KSeF itself checks at the login.</summary>
public enum CertificateIssuer
{
    /// <summary>Nobody but itself.</summary>
    Itself,

    /// <summary>The authority of the simulator.</summary>
    Simulator,

    /// <summary>KSeF's authority of TEST and of DEMO: both issue as <c>TEST CCK KSeF</c>, and neither takes the other's certificates.</summary>
    KsefTest,

    /// <summary>KSeF's authority of production, <c>CCK KSeF</c>.</summary>
    KsefProduction,

    /// <summary>A provider of trust services: qualified seals and signatures.</summary>
    TrustService,
}
