namespace Ksef.Mapping;

/// <summary>Tells what is known of invoices that the company has issued already: the ledger of whoever uses this library.</summary>
public interface IIssuedInvoices
{
    /// <summary>Finds an invoice by its number, and by its date where that is known.</summary>
    /// <returns>The invoice; <see langword="null"/> when it is not known.</returns>
    ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? issueDate, CancellationToken cancellationToken);
}

/// <summary>An invoice that was issued already.</summary>
/// <param name="Number">Its number (P_2).</param>
/// <param name="IssueDate">Its date of issue (P_1).</param>
/// <param name="KsefNumber">Its KSeF number, where it has one.</param>
public sealed record IssuedInvoice(string Number, DateOnly IssueDate, string? KsefNumber);
