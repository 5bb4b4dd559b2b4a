namespace Ksef.Mapping;

/// <summary>A further remark (DodatkowyOpis).</summary>
public static class NoteFields
{
    /// <summary>Name of the remark.</summary>
    public static readonly SimpleField Name = new(FieldLevel.Note, FieldKind.Text, "opis_nazwa", "note_name", "Klucz",
        "Nazwa informacji dodatkowej.", "Name of the remark.");

    /// <summary>Text of the remark.</summary>
    public static readonly SimpleField Text = new(FieldLevel.Note, FieldKind.Text, "opis_tekst", "note_text", "Wartosc",
        "Treść informacji dodatkowej.", "Text of the remark.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Name, Text,
    ];
}
