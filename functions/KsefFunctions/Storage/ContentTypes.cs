


namespace KsefFunctions.Storage;

/// <summary>Content types by file name, so that a browser shows what it downloads as what it is.</summary>
internal static class ContentTypes
{
    public static string Of(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".CSV" => "text/csv",
        ".JSON" => "application/json",
        ".JSONL" => "application/jsonl",
        ".XLSX" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".XML" => "application/xml",
        ".ZIP" => "application/zip",
        _ => "application/octet-stream",
    };
}
