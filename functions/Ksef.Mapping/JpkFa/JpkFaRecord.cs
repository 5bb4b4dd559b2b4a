namespace Ksef.Mapping.JpkFa;

/// <summary>A field of an element.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Text">What stands in it, without blanks around it.</param>
/// <param name="Line">Line of the file, from 1.</param>
internal readonly record struct JpkFaField(string Name, string Text, int Line);

/// <summary>An invoice, a line, an order or a line of an order, as it stands in the file.</summary>
/// <param name="Element">Name of the element.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Fields">Its fields, in the order of the file. Fields of other namespaces or with elements inside have their name in full and no text.</param>
internal sealed record JpkFaRecord(string Element, int Line, IReadOnlyList<JpkFaField> Fields)
{
    /// <summary>The text of a field; empty when there is none.</summary>
    public string this[string name]
    {
        get
        {
            foreach (var field in Fields)
            {
                if (field.Name == name)
                {
                    return field.Text;
                }
            }

            return string.Empty;
        }
    }
}
