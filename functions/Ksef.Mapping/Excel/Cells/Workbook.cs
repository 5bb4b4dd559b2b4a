using Ksef.Mapping.Excel.Formats;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>A workbook: its sheets, and what their cells need to be understood.</summary>
internal sealed class Workbook
{
    private const string MainFolder = "xl/workbook.";

    private static readonly string[] RelationshipNamespaces =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

    private readonly WorkbookPackage _package;
    private readonly ExcelLimits _limits;
    private readonly IReadOnlyList<Relationship> _references;
    private readonly List<SheetEntry> _sheets = [];
    private readonly bool _from1904;
    private readonly bool _isToBeComputed;

    /// <exception cref="WorkbookRefusedException">It is no workbook that can be read.</exception>
    public Workbook(WorkbookPackage package, ExcelLimits limits)
    {
        _package = package;
        _limits = limits;
        var main = Relationships.Of(package, string.Empty).FirstOrDefault(reference => reference.Kind == "officeDocument").Part ?? string.Empty;
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || package.Has(MainFolder + "bin"))
        {
            throw new WorkbookRefusedException(ExcelFindings.OtherKind, ("kind", new("skoroszytem binarnym Excela (xlsb)", "a binary workbook of Excel (xlsb)")));
        }

        using var xml = package.Open(main) ?? throw NoWorkbook(package);
        _references = Relationships.Of(package, main);
        while (xml.ReadElement())
        {
            if (xml.Is("workbookPr"))
            {
                // The type is xsd:boolean: Excel writes "1", LibreOffice "true".
                _from1904 = xml.Attribute("date1904")?.Trim() is "1" or "true";
            }
            else if (xml.Is("calcPr"))
            {
                // The writer says that the values it wrote beside its formulas are none: some write 0 beside each (ECMA-376, part 1, 18.2.2).
                _isToBeComputed = xml.Attribute("fullCalcOnLoad")?.Trim() is "1" or "true";
            }
            else if (xml.Is("sheet"))
            {
                AddSheet(xml);
            }
        }
    }

    /// <summary>Sheets with cells, in the order of their tabs.</summary>
    public IReadOnlyList<SheetEntry> Sheets => _sheets;

    /// <summary>Opens a sheet, for which the texts of all sheets and the number formats are read.</summary>
    /// <exception cref="WorkbookRefusedException">They are damaged, or larger than is read.</exception>
    public Sheet Open(SheetEntry entry, CancellationToken cancellationToken)
    {
        var cells = new CellReader(ReadTexts(cancellationToken), ReadFormats(), new CellRules(_from1904, _isToBeComputed));
        return new Sheet(entry.Name, () => OpenPart(entry), cells, _limits);
    }

    private static WorkbookRefusedException NoWorkbook(WorkbookPackage package) =>
        package.Text("mimetype", 64)?.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) == true
            ? new(ExcelFindings.OtherKind, ("kind", new("arkuszem OpenDocument (ods)", "an OpenDocument spreadsheet (ods)")))
            : WorkbookRefusedException.Damaged("xl/workbook.xml", new("nie ma jej w pliku", "the file does not have it"));

    private SharedTexts ReadTexts(CancellationToken cancellationToken)
    {
        using var xml = OpenReferred("sharedStrings");
        return SharedTexts.Read(xml, _limits, cancellationToken);
    }

    /// <summary>Styles that are named but missing would turn dates into numbers and percentages into fractions.</summary>
    private CellFormats ReadFormats()
    {
        using var xml = OpenReferred("styles");
        if (xml is null && _references.Any(reference => reference.Kind == "styles"))
        {
            throw WorkbookRefusedException.Damaged("xl/styles.xml", new("nie ma jej w pliku", "the file does not have it"));
        }

        return CellFormats.Read(xml);
    }

    private PartXml? OpenReferred(string kind) =>
        _references.FirstOrDefault(reference => reference.Kind == kind).Part is { } part ? _package.Open(part) : null;

    private PartXml OpenPart(SheetEntry sheet) =>
        _package.Open(sheet.Part) ?? throw WorkbookRefusedException.Damaged(sheet.Part, new("nie ma jej w pliku", "the file does not have it"));

    /// <summary>Sheets that are charts or dialogs have no cells and are left out.</summary>
    private void AddSheet(PartXml xml)
    {
        var id = xml.Attribute("id", RelationshipNamespaces);
        var reference = _references.FirstOrDefault(candidate => candidate.Id == id);
        if (reference.Kind == "worksheet")
        {
            _sheets.Add(new SheetEntry(xml.Attribute("name") ?? string.Empty, xml.Attribute("state") is null or "visible", reference.Part));
        }
    }
}
