namespace KsefSimulator.Invoices.Verification;

/// <summary>Picks facts out of an invoice while it is being read.</summary>
internal interface IFactCollector
{
    void Enter(string path);

    void Text(string path, string value);

    /// <returns>The facts, or null when one that KSeF cannot do without is missing.</returns>
    InvoiceFacts? Build(string systemCode);
}
