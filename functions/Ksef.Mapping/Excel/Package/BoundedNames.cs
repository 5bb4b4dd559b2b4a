using System.Xml;

namespace Ksef.Mapping.Excel.Package;

/// <summary>The names of elements and attributes in a part. The parser keeps each of them for good, so their number is bounded.</summary>
internal sealed class BoundedNames : NameTable
{
    // Schemas of Excel and LibreOffice together have some hundreds of names for sheets, styles and texts.
    private const int Limit = 10_000;

    private int _count;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string name) =>
        ++_count <= Limit ? name : throw WorkbookRefusedException.TooLarge(new("różnych nazw elementów XML", "different names of XML elements"), Limit);
}
