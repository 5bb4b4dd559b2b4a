namespace Ksef.Mapping.Epp;

/// <summary>What the dictionaries say of one document, under its kind, a space and its number.</summary>
internal sealed class EppDocumentFacts
{
    /// <summary>Day on which delivery was completed, or the advance was received.</summary>
    public DataValue? CompletionDate { get; set; }

    /// <summary>The buyer's NIP, where the header has none. Other numbers (REGON, PESEL) are not for an invoice.</summary>
    public DataValue? BuyerNip { get; set; }

    /// <summary>Reasons of the correction, one for each line that has one.</summary>
    public List<DataValue> Reasons { get; } = [];

    /// <summary>TypKorekty: 1, 2 or 3.</summary>
    public DataValue? Effect { get; set; }

    /// <summary>Split payment.</summary>
    public DataValue? SplitPayment { get; set; }

    /// <summary>Marks for JPK_V7 that are set, by position in DOKUMENTYZNACZNIKIJPKVAT.</summary>
    public List<(int Position, DataPlace Place)> Marks { get; } = [];

    /// <summary>Whether it is an invoice for a fiscal receipt (FP).</summary>
    public DataValue? ToReceipt { get; set; }
}
