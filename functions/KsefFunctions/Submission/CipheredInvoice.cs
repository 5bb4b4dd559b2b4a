using Ksef.Client;

namespace KsefFunctions.Submission;

/// <summary>An invoice on its way into an online session.</summary>
/// <param name="Ordinal">Row in the ledger.</param>
/// <param name="Invoice">Hashes and sizes, plain and encrypted.</param>
/// <param name="Ciphertext">What is sent.</param>
public sealed record CipheredInvoice(int Ordinal, EncryptedInvoice Invoice, ReadOnlyMemory<byte> Ciphertext);
