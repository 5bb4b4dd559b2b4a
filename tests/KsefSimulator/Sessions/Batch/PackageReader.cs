using System.Security.Cryptography;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Batch;

/// <summary>Puts a package together again: checks each encrypted part, decrypts it, joins the plain parts, checks the whole.</summary>
internal sealed class PackageReader(PartStore parts, FileStore files)
{
    /// <exception cref="PackageFailure">405 a hash or size is wrong; 435 a part does not decrypt.</exception>
    public Package Open(Session session)
    {
        var file = session.BatchFile!;
        var plain = files.CreateScratch();
        try
        {
            foreach (var part in file.Parts)
            {
                Decrypt(session, part, plain);
                if (plain.Length > file.Size)
                {
                    throw new PackageFailure(PackageFailure.WrongParts);
                }
            }

            plain.Position = 0;
            if (plain.Length != file.Size || Convert.ToBase64String(SHA256.HashData(plain)) != file.Hash)
            {
                throw new PackageFailure(PackageFailure.WrongParts);
            }

            plain.Position = 0;
            return new Package(plain, file.CompressionType);
        }
        catch
        {
            plain.Dispose();
            throw;
        }
    }

    private void Decrypt(Session session, BatchPart announced, FileStream plain)
    {
        if (parts.Find(session.ReferenceNumber, announced.OrdinalNumber) is not { } received || received.Hash != announced.Hash || received.Size != announced.Size)
        {
            throw new PackageFailure(PackageFailure.WrongParts);
        }

        using var aes = Aes.Create();
        aes.Key = session.SymmetricKey!;
        aes.IV = session.InitializationVector;
        try
        {
            using var encrypted = parts.Open(received);
            using var decryption = new CryptoStream(encrypted, aes.CreateDecryptor(), CryptoStreamMode.Read);
            decryption.CopyTo(plain);
        }
        catch (CryptographicException)
        {
            throw new PackageFailure(PackageFailure.Undecryptable);
        }
    }
}
