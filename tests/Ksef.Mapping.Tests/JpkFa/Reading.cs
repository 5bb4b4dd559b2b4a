using Ksef.Mapping.JpkFa;

namespace Ksef.Mapping.Tests.JpkFa;

/// <summary>Reads a file to its end.</summary>
internal static class Reading
{
    public static Task<List<DataItem>> ReadAsync(this JpkFaFile file) => ReadAsync(file.Bytes());

    public static async Task<List<DataItem>> ReadAsync(byte[] file)
    {
        using var content = new MemoryStream(file);
        return await new JpkFaReader().ReadAsync(content, ReadingContext.Empty, CancellationToken.None).ToListAsync();
    }

    public static async Task<DataInvoice> InvoiceAsync(this JpkFaFile file) => (await file.ReadAsync()).OfType<DataInvoice>().ShouldHaveSingleItem();

    public static async Task<DataFinding> RefusalAsync(byte[] file) => (await ReadAsync(file)).ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding;

    public static string Of(this DataRow row, SimpleField field) => row[field]?.Shown ?? string.Empty;

    public static decimal Amount(this DataRow row, SimpleField field) => row[field]!.Value.Number;

    public static IEnumerable<string> Codes(this DataInvoice invoice) => invoice.Findings.Select(finding => finding.Code);
}
