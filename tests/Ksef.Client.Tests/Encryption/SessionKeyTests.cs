using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace Ksef.Client.Tests;

public sealed class SessionKeyTests
{
    private static readonly Arbitrary<byte[]> Contents = (
        from length in Gen.OneOf(Gen.Choose(0, 64), Gen.Choose(0, 300_000))
        from seed in Gen.Choose(0, int.MaxValue)
        select Random(length, seed)).ToArbitrary();

    [Fact]
    public void EncryptInvoice_AnyContent_DecryptsWithKsefsPrivateKeyAndFitsItsDescription() =>
        Prop.ForAll(Contents, plain =>
        {
            using var ksef = new DecryptingKsef();
            using var key = SessionKey.Create(ksef.PublicKey);
            using var ciphertext = new MemoryStream();

            var invoice = key.EncryptInvoiceAsync(new MemoryStream(plain), ciphertext, default).GetAwaiter().GetResult();

            var sent = ciphertext.ToArray();
            return ksef.Decrypt(key.Encryption, sent).SequenceEqual(plain)
                && invoice == new EncryptedInvoice(Hash(plain), plain.Length, Hash(sent), sent.Length);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task EncryptInvoice_VectorIsNotPartOfTheCiphertext()
    {
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);
        using var ciphertext = new MemoryStream();

        await key.EncryptInvoiceAsync(new MemoryStream(new byte[32]), ciphertext, default);

        ciphertext.Length.ShouldBe(48, "32 bytes and one block of padding");
        ciphertext.ToArray()[..16].ShouldNotBe(Convert.FromBase64String(key.Encryption.InitializationVector));
    }

    [Fact]
    public void Create_Encryption_NamesKsefsKeyAndWrapsThirtyTwoBytes()
    {
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);

        key.Encryption.PublicKeyId.ShouldBe(ksef.PublicKey.PublicKeyId);
        Convert.FromBase64String(key.Encryption.InitializationVector).Length.ShouldBe(16);
        ksef.Unwrap(key.Encryption).Length.ShouldBe(32);
    }

    [Fact]
    public void Create_Twice_GivesDifferentKeysAndVectors()
    {
        using var ksef = new DecryptingKsef();
        using var one = SessionKey.Create(ksef.PublicKey);
        using var other = SessionKey.Create(ksef.PublicKey);

        ksef.Unwrap(one.Encryption).ShouldNotBe(ksef.Unwrap(other.Encryption));
        one.Encryption.InitializationVector.ShouldNotBe(other.Encryption.InitializationVector);
    }

    [Fact]
    public async Task EncryptInvoice_SeveralInvoices_AllDecryptWithTheSameKeyAndVector()
    {
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);

        foreach (var plain in new[] { Random(10, 1), Random(1000, 2), Random(100_000, 3) })
        {
            using var ciphertext = new MemoryStream();
            await key.EncryptInvoiceAsync(new MemoryStream(plain), ciphertext, default);
            ksef.Decrypt(key.Encryption, ciphertext.ToArray()).ShouldBe(plain);
        }
    }

    [Fact]
    public async Task EncryptInvoice_LeavesTheDestinationOpen()
    {
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);
        using var ciphertext = new MemoryStream();

        await key.EncryptInvoiceAsync(new MemoryStream([1]), ciphertext, default);

        ciphertext.CanWrite.ShouldBeTrue();
    }

    private static string Hash(byte[] content) => Convert.ToBase64String(SHA256.HashData(content));

    private static byte[] Random(int length, int seed)
    {
        var content = new byte[length];
        new Random(seed).NextBytes(content);
        return content;
    }
}
