namespace LocalHost.TestCertificate;

/// <summary>What the user asked for after <c>make-test-certificate</c>.</summary>
public sealed record TestCertificateOptions
{
    /// <summary>The company; null invents one.</summary>
    public string? Nip { get; init; }

    /// <summary>Folder of the files; null is where the user stands.</summary>
    public string? Directory { get; init; }

    public bool Help { get; init; }
}
