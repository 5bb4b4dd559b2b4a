namespace Ksef.Client;

/// <summary>More than one batch session may hold: split the invoices over several packages.</summary>
public sealed class BatchPackageTooLargeException : KsefException
{
    internal BatchPackageTooLargeException(string limit)
        : base($"The package is too large for one batch session: {limit}.")
    {
    }
}
