using KsefFunctions.Certificates;
using LocalHost.Hosting;

namespace KsefFunctions.Tests.App;

/// <summary>Breaks the credentials in the vault of a running app.</summary>
internal static class Credentials
{
    /// <summary>Switches the credential of a company off, as an operator does; none is made in its place.</summary>
    public static void TakeCredentialAway(this LocalServices services, string nip)
    {
        var content = services.Vault.Content;
        content.Disable(content.AddSecret(CredentialName.Of(nip), "switched off"));
    }
}
