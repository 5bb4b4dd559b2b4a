using KsefFunctions.Errors;

namespace KsefFunctions.Files;

/// <summary>
/// Whether a file is taken under the name it was dropped with. A name decides no more than that: what becomes of the content is decided by the
/// content, and a name that is refused must not bind it, because the next drop of the same bytes may be named rightly.
/// </summary>
public static class DropName
{
    private const string Xml = ".XML";
    private const string Zip = ".ZIP";

    private static readonly HashSet<string> DataEndings = new([".epp", ".csv", ".xlsx", ".json", ".jsonl"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Why nothing is read under this name; null when the file is taken.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="content">What the bytes are; null when it was never looked at.</param>
    public static RecordedError? RefusalOf(string path, ContentKind? content)
    {
        if (!InboxPath.TryParse(path, out var place))
        {
            return FileErrors.WrongFolder.Record();
        }

        if (!place.HasValidNip)
        {
            return FileErrors.WrongNipFolder.Record(place.Nip);
        }

        var ending = Path.GetExtension(path);
        return ending.ToUpperInvariant() switch
        {
            Xml => content == ContentKind.Zip ? FileErrors.ZipNamedXml.Record() : null,
            Zip => NotZip(content),
            _ when DataEndings.Contains(ending) => null,
            { Length: <= 1 } => FileErrors.NoEnding.Record(),
            _ => FileErrors.UnknownKind.Record(ending),
        };
    }

    /// <summary>Whether a name says that the file is a company's data, of which invoices are to be made.</summary>
    public static bool SaysData(string path) => DataEndings.Contains(Path.GetExtension(path));

    private static RecordedError? NotZip(ContentKind? content) => content switch
    {
        null or ContentKind.Zip or ContentKind.Workbook or ContentKind.Empty => null,
        ContentKind.Xml => FileErrors.XmlNamedZip.Record(),
        ContentKind.SevenZip => ArchiveErrors.OtherArchive.Record("7z"),
        ContentKind.Rar => ArchiveErrors.OtherArchive.Record("RAR"),
        ContentKind.Gzip => ArchiveErrors.OtherArchive.Record("gzip"),
        ContentKind.Tar => ArchiveErrors.OtherArchive.Record("tar"),
        ContentKind.Bzip2 => ArchiveErrors.OtherArchive.Record("bzip2"),
        ContentKind.Xz => ArchiveErrors.OtherArchive.Record("xz"),
        _ => ArchiveErrors.BrokenArchive.Record(),
    };
}
