namespace Ksef.Client;

/// <summary>How the client behaves.</summary>
public sealed class KsefClientOptions
{
    /// <summary>Which KSeF to call.</summary>
    public KsefEnvironment Environment { get; set; } = KsefEnvironment.Test;

    /// <summary>Limit of one call, from sending to the end of the answer.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Limit of the upload of one part; 100 MB at 1 Mbit/s take a quarter of an hour.</summary>
    public TimeSpan PartUploadTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Pause before the one retry of an idempotent call.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Limit of a whole authentication, KSeF's own checks included.</summary>
    public TimeSpan AuthenticationTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>First pause between two looks at the status of an authentication; it doubles up to two seconds.</summary>
    public TimeSpan AuthenticationPollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long KSeF's public keys are kept before they are fetched again.</summary>
    public TimeSpan PublicKeyLifetime { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Whether KSeF shall check the chain of the certificate; null leaves it to KSeF.</summary>
    public bool? VerifyCertificateChain { get; set; }

    /// <summary>Largest answer to read into memory, in bytes.</summary>
    public long MaxResponseSize { get; set; } = 64 * 1024 * 1024;

    /// <summary>Called for every warning that KSeF attaches to an answer, besides log and metric.</summary>
    public Action<SystemWarning>? OnSystemWarning { get; set; }
}
