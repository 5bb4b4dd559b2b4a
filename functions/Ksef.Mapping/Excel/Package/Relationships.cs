namespace Ksef.Mapping.Excel.Package;

/// <summary>A part that another part refers to (ECMA-376, part 2, relationships).</summary>
/// <param name="Id">Name that the referring part uses.</param>
/// <param name="Kind">Last word of its type, such as <c>worksheet</c>: the words before differ between transitional and strict workbooks.</param>
/// <param name="Part">Name of the part in the archive, such as <c>xl/worksheets/sheet1.xml</c>.</param>
internal readonly record struct Relationship(string Id, string Kind, string Part);

/// <summary>Reads what a part refers to.</summary>
internal static class Relationships
{
    /// <summary>References of a part, those to outside the workbook left out.</summary>
    /// <param name="package">The workbook.</param>
    /// <param name="part">The referring part; empty for the package itself.</param>
    public static IReadOnlyList<Relationship> Of(WorkbookPackage package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var folder = part[..slash];
        using var xml = package.Open($"{folder}_rels/{part[slash..]}.rels");
        var found = new List<Relationship>();
        while (xml is not null && xml.ReadElement())
        {
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External"
                && xml.Attribute("Id") is { } id && xml.Attribute("Type") is { } type && xml.Attribute("Target") is { } target)
            {
                found.Add(new Relationship(id, type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target)));
            }
        }

        return found;
    }

    /// <summary>A target is relative to the folder of the referring part, or absolute with a leading slash.</summary>
    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                path.RemoveRange(Math.Max(path.Count - 1, 0), Math.Min(path.Count, 1));
            }
            else if (step != ".")
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
