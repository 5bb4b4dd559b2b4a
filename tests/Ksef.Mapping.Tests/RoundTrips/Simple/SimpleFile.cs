namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>A case in one of the forms of the simple layout.</summary>
internal static class SimpleFile
{
    public static readonly string[] Forms = ["csv", "xlsx", "json"];

    public static byte[] Write(RoundTripCase original, string form)
    {
        var data = SimpleDataOf.Read(original.Invoice);
        return form switch
        {
            "csv" => CsvOf.Write(data),
            "xlsx" => WorkbookWith.Write(data),
            _ => JsonOf.Write(data),
        };
    }
}
