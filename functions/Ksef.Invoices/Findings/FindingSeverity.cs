namespace Ksef.Invoices;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>KSeF takes the invoice; a person should look all the same.</summary>
    Warning,

    /// <summary>KSeF would refuse the invoice. It is not sent.</summary>
    Error,
}
