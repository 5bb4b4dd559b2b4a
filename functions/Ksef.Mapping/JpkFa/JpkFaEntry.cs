namespace Ksef.Mapping.JpkFa;

/// <summary>What is kept in memory of an invoice while the file is read: where its records wait. Everything else of it is with them.</summary>
internal sealed class JpkFaEntry(string number)
{
    /// <summary>Its number, P_2A.</summary>
    public string Number { get; } = number;

    /// <summary>Its date of issue, for the corrections of the same file.</summary>
    public DateOnly? IssueDate { get; set; }

    /// <summary>Where its head waits.</summary>
    public long Head { get; set; } = Waiting.WaitingRecords.None;

    /// <summary>How many heads have this number.</summary>
    public int Heads { get; set; }

    /// <summary>Where its last line waits.</summary>
    public long LastLine { get; set; } = Waiting.WaitingRecords.None;

    /// <summary>How many lines it has.</summary>
    public int Lines { get; set; }

    /// <summary>Where its last order waits.</summary>
    public long LastOrder { get; set; } = Waiting.WaitingRecords.None;
}
