namespace Ksef.Client;

/// <summary>One of KSeF's environments. Keys, certificates and numbers of one mean nothing in another.</summary>
/// <param name="Name">For logs and configuration.</param>
/// <param name="BaseAddress">Address of the API, ending with <c>/v2/</c>.</param>
/// <param name="QrAddress">Where the links in QR codes lead (<see cref="VerificationLinks"/>), ending with a slash; null when there is no such page.</param>
public sealed record KsefEnvironment(string Name, Uri BaseAddress, Uri? QrAddress)
{
    /// <summary>Integration tests: self-signed certificates are accepted, data is visible to everybody.</summary>
    public static KsefEnvironment Test { get; } = Official("Test", "-test");

    /// <summary>Rehearsal with real permissions and real certificates.</summary>
    public static KsefEnvironment Demo { get; } = Official("Demo", "-demo");

    /// <summary>Invoices sent here have legal effect.</summary>
    public static KsefEnvironment Production { get; } = Official("Production", string.Empty);

    /// <summary>A simulator at an address of its own. It has no page for the links in QR codes.</summary>
    /// <param name="baseAddress">Address of the API; a missing slash at the end is added.</param>
    public static KsefEnvironment Simulator(Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        var address = baseAddress.AbsoluteUri.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + "/");
        return new KsefEnvironment("Simulator", address, QrAddress: null);
    }

    private static KsefEnvironment Official(string name, string suffix) =>
        new(name, new Uri($"https://api{suffix}.ksef.mf.gov.pl/v2/"), new Uri($"https://qr{suffix}.ksef.mf.gov.pl/"));
}
