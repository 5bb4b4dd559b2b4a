namespace Ksef.Mapping;

/// <summary>
/// A field of the simple layout: what a column of a table or a member of the simple JSON may say. Two fields are the same only when they are the same object.
/// </summary>
public sealed class SimpleField
{
    internal SimpleField(FieldLevel level, FieldKind kind, string pl, string en, string element, string meaningPl, string meaningEn)
    {
        Level = level;
        Kind = kind;
        Pl = pl;
        En = en;
        Element = element;
        MeaningPl = meaningPl;
        MeaningEn = meaningEn;
    }

    /// <summary>What the field says something about.</summary>
    public FieldLevel Level { get; }

    /// <summary>Sort of value.</summary>
    public FieldKind Kind { get; }

    /// <summary>Polish name in small letters with underscores, such as <c>data_wystawienia</c>; no two fields share one.</summary>
    public string Pl { get; }

    /// <summary>English name in the same form, such as <c>issue_date</c>; no two fields share one.</summary>
    public string En { get; }

    /// <summary>The FA(3) element that it becomes, such as <c>P_1</c>, or that it is needed for.</summary>
    public string Element { get; }

    /// <summary>What it means, in Polish: a sentence for documents and schemas.</summary>
    public string MeaningPl { get; }

    /// <summary>What it means, in English.</summary>
    public string MeaningEn { get; }

    /// <summary>The Polish name.</summary>
    public override string ToString() => Pl;
}
