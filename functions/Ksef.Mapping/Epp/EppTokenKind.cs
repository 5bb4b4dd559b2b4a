namespace Ksef.Mapping.Epp;

/// <summary>What a line is by its place among the labels.</summary>
internal enum EppTokenKind
{
    /// <summary>The record below <c>[INFO]</c>.</summary>
    Info,

    /// <summary>The record below <c>[NAGLOWEK]</c>: of a document, or the name of a dictionary.</summary>
    Header,

    /// <summary>A record below <c>[ZAWARTOSC]</c>: of the document or dictionary whose header came last.</summary>
    Row,

    /// <summary>A line where none of its kind may stand.</summary>
    Misplaced,
}
