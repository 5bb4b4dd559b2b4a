using System.Diagnostics;

namespace Ksef.Client.Tests;

/// <summary>The calls that an application makes for a submission, in their order.</summary>
internal static class Submission
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task<ReferenceNumber> OpenOnlineAsync(this KsefContext ksef, SessionKey key) =>
        (await ksef.Online.OpenAsync(SimulatedKsef.Fa3, key.Encryption, default)).ReferenceNumber;

    public static async Task<SessionKey> NewKeyAsync(this KsefContext ksef) =>
        SessionKey.Create(await ksef.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, default));

    public static async Task<ReferenceNumber> SendAsync(this KsefContext ksef, ReferenceNumber session, SessionKey key, byte[] invoice)
    {
        using var ciphertext = new MemoryStream();
        var described = await key.EncryptInvoiceAsync(new MemoryStream(invoice), ciphertext, default);
        return await ksef.Online.SendAsync(session, described, ciphertext.ToArray(), null, default);
    }

    /// <summary>Asks until the session is final.</summary>
    public static async Task<SessionStatus> FinishedAsync(this KsefContext ksef, ReferenceNumber session)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var status = await ksef.Sessions.GetAsync(session, default);
            if (status.IsFinal || waited.Elapsed > Deadline)
            {
                return status;
            }

            await Task.Delay(20);
        }
    }
}
