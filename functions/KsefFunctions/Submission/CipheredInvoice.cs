using Ksef.Client;

namespace KsefFunctions.Submission;

/// <summary>An invoice on its way into an online session.</summary>
/// <param name="Number">Place in the consignment.</param>
/// <param name="Invoice">Hashes and sizes, plain and encrypted.</param>
/// <param name="Ciphertext">What is sent.</param>
public sealed record CipheredInvoice(int Number, EncryptedInvoice Invoice, ReadOnlyMemory<byte> Ciphertext);
