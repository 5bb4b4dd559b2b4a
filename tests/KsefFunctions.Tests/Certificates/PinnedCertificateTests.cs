using Azure.Core;
using KsefFunctions.Certificates;
using KsefFunctions.Hosting;
using KsefFunctions.Settings;

namespace KsefFunctions.Tests.Certificates;

/// <summary>Trust by a fingerprint is for this machine: nothing else can be made to accept a certificate that nobody vouches for.</summary>
public sealed class PinnedCertificateTests
{
    private const string Thumbprint = "00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff";

    public static TheoryData<string?, string> Refused => new()
    {
        { "https://kv-ksef.vault.azure.net/", Thumbprint },
        { "https://localhost.vault.azure.net/", Thumbprint },
        { "https://127.0.0.1.vault.example/", Thumbprint },
        { "https://10.0.0.1/", Thumbprint },
        { null, Thumbprint },
        { "https://127.0.0.1:8443/", string.Empty },
        { "https://127.0.0.1:8443/", Thumbprint[2..] },
        { "https://127.0.0.1:8443/", $"x{Thumbprint[1..]}" },
    };

    [Theory]
    [InlineData("https://127.0.0.1:8443/")]
    [InlineData("https://localhost:8443/")]
    [InlineData("https://[::1]:8443/")]
    public void Pin_VaultOnThisMachine_IsTaken(string vault)
    {
        Validates(vault, Thumbprint).ShouldBeTrue();

        VaultClient.Create(new Uri(vault), new NoCredential(), Thumbprint).VaultUri.ShouldBe(new Uri(vault));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Pin_AnyOtherVaultOrNoFingerprint_StopsTheStartAndMakesNoClient(string? vault, string thumbprint)
    {
        Validates(vault, thumbprint).ShouldBeFalse();

        if (vault is not null)
        {
            Should.Throw<ArgumentException>(() => VaultClient.Create(new Uri(vault), new NoCredential(), thumbprint));
        }
    }

    [Fact]
    public void Validate_NoPin_TakesAnyVault() => Validates("https://kv-ksef.vault.azure.net/", thumbprint: null).ShouldBeTrue();

    private static bool Validates(string? vault, string? thumbprint) => new KsefFunctionsOptionsValidator().Validate(null, new KsefFunctionsOptions
    {
        SimulatorAddress = new Uri("http://127.0.0.1:1/v2/"),
        KeyVault = vault is null ? null : new Uri(vault),
        KeyVaultThumbprint = thumbprint,
    }).Succeeded;

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
