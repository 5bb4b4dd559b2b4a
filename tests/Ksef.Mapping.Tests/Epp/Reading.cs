using Ksef.Mapping.Epp;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>Reads a file to its end.</summary>
internal static class Reading
{
    public static Task<List<DataItem>> ReadAsync(this EppFile file, CompanyProfile? profile = null) => ReadAsync(file.Bytes(), profile);

    public static async Task<List<DataItem>> ReadAsync(byte[] file, CompanyProfile? profile = null)
    {
        using var content = new MemoryStream(file);
        return await new EppReader().ReadAsync(content, ReadingContext.Empty with { Profile = profile ?? CompanyProfile.Empty }, CancellationToken.None).ToListAsync();
    }

    public static async Task<DataInvoice> InvoiceAsync(this EppFile file, CompanyProfile? profile = null) => (await file.ReadAsync(profile)).OfType<DataInvoice>().ShouldHaveSingleItem();

    /// <summary>What stands in a field, as the file shows it; empty when nothing does.</summary>
    public static string Of(this DataRow row, SimpleField field) => row[field]?.Shown ?? string.Empty;

    public static decimal Amount(this DataRow row, SimpleField field) => row[field]!.Value.Number;

    public static IEnumerable<string> Codes(this DataInvoice invoice) => invoice.Findings.Select(finding => finding.Code);
}
