namespace KsefFunctions.Index;

/// <summary>What an invoice is found by: each kind has rows of its own, in the order of what is looked for.</summary>
public enum IndexKind
{
    /// <summary>The invoice itself, newest first; every other row leads here.</summary>
    Invoice,

    /// <summary>Where it stands, then newest first.</summary>
    Status,

    /// <summary>Name of its schema, where it is not the usual one; then newest first.</summary>
    Schema,

    /// <summary>Reference number of the KSeF session in which it was settled, then newest first.</summary>
    Session,

    /// <summary>Number given by the seller.</summary>
    Number,

    /// <summary>KSeF number.</summary>
    KsefNumber,

    /// <summary>NIP of the buyer, or what stands for one who has none; then newest first.</summary>
    Buyer,

    /// <summary>NIP of the seller, where it is not the company's own; then newest first.</summary>
    Seller,

    /// <summary>A word of a buyer's name: leads to the buyer, not to invoices.</summary>
    BuyerWord,

    /// <summary>A word of a file's name: leads to the file.</summary>
    FileWord,

    /// <summary>Gross amount, smallest first.</summary>
    Amount,

    /// <summary>Date of issue, latest first.</summary>
    IssueDate,
}
