namespace Ksef.Client;

/// <summary>A party of an invoice in its metadata. Source: KSeF API 2.6, schema InvoiceMetadataSeller.</summary>
/// <param name="Nip">Tax number.</param>
/// <param name="Name">Name, if given.</param>
public sealed record InvoiceParty(string? Nip, string? Name);
