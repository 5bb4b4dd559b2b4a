using System.Text.Json.Serialization;
using Ksef.Client;

namespace KsefFunctions.Submission;

/// <summary>
/// What waits in the container <c>work</c> beside the ciphertext of an online session that had to pause: hashes, sizes, and the session key as
/// wrapped for KSeF. Only KSeF can unwrap it.
/// </summary>
/// <param name="Encryption">Wrapped key, IV, and which public key wrapped it.</param>
/// <param name="Invoices">One entry for each ciphertext.</param>
public sealed record StagedPackage(SessionEncryption Encryption, IReadOnlyList<StagedInvoice> Invoices)
{
    /// <summary>Name of the document within the package's folder.</summary>
    public const string FileName = "package.json";
}

/// <summary>An encrypted invoice that waits to be sent online.</summary>
/// <param name="Number">Place in the consignment; also the name of the ciphertext, <c>{number}.enc</c>.</param>
/// <param name="Invoice">Hashes and sizes, plain and encrypted.</param>
public sealed record StagedInvoice(int Number, EncryptedInvoice Invoice);

/// <summary>JSON of the documents in <c>work</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StagedPackage))]
internal sealed partial class StagingJson : JsonSerializerContext;
