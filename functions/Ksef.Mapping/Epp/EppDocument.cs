namespace Ksef.Mapping.Epp;

/// <summary>An invoice as the records give it.</summary>
/// <param name="Header">The record of its header.</param>
/// <param name="Lines">The records of its lines, each of the right number of fields.</param>
/// <param name="Findings">What was wrong with its records.</param>
internal sealed record EppDocument(EppRecord Header, IReadOnlyList<EppRecord> Lines, List<DataFinding> Findings)
{
    /// <summary>The section of headers.</summary>
    public const string HeaderSection = "[NAGLOWEK]";

    /// <summary>The section of lines.</summary>
    public const string ContentSection = "[ZAWARTOSC]";

    /// <summary>FA(3) has at most this many lines.</summary>
    public const int MostLines = 10_000;

    /// <summary>Kind of document, <c>FS</c> or <c>KFS</c>.</summary>
    public string Kind => Header[EppHeader.Kind.Number];

    /// <summary>The number as the file writes it.</summary>
    public string Number => Header[EppHeader.Number.Number];

    /// <summary>Whether it corrects another.</summary>
    public bool IsCorrection => Kind == EppKinds.Correction;

    /// <summary>The header, to take values from.</summary>
    public EppFields Fields => new(Header, HeaderSection, Findings);

    /// <summary>How many fields a line has.</summary>
    public int LineFields => IsCorrection ? EppLineFields.CorrectionFields : EppLineFields.Fields;
}
