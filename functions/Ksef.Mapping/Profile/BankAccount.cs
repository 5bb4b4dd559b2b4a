namespace Ksef.Mapping;

/// <summary>An account to which a company's invoices are paid.</summary>
/// <param name="Number">26 digits, or an IBAN.</param>
/// <param name="Swift">SWIFT code of the bank.</param>
/// <param name="BankName">Name of the bank.</param>
/// <param name="Note">Note for the payer.</param>
public sealed record BankAccount(string Number, string? Swift = null, string? BankName = null, string? Note = null);
