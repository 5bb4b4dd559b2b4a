using System.Text;
using System.Xml.Linq;
using Ksef.Invoices;
using SampleInvoices;

namespace Ksef.Mapping.Tests;

/// <summary>Maps data as the app does, for one fictitious company, and checks what was made.</summary>
internal static class Mapped
{
    public static readonly XNamespace Fa3 = "http://crd.gov.pl/wzor/2025/06/25/13775/";

    public static readonly CompanyProfile Profile = new()
    {
        Nip = SampleNips.Seller,
        Name = "Przykładowa Hurtownia Sp. z o.o.",
        Address1 = "ul. Zmyślona 1",
        Address2 = "10-001 Olsztyn",
    };

    private static readonly DateTimeOffset MadeAt = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public static MappingContext Context(CompanyProfile? profile = null, DataMapping? mapping = null) =>
        new(SampleNips.Seller, profile ?? Profile, mapping ?? DataMapping.Empty, MadeAt) { Checker = new InvoiceChecker(new FixedClock()) };

    public static Task<List<MappedInvoice>> TextAsync(string text, CompanyProfile? profile = null, DataMapping? mapping = null) =>
        BytesAsync(Encoding.UTF8.GetBytes(text), Context(profile, mapping));

    public static async Task<List<MappedInvoice>> BytesAsync(byte[] content, MappingContext context)
    {
        var mapped = new List<MappedInvoice>();
        using var stream = new MemoryStream(content);
        await foreach (var item in new DataMapper().MapAsync(stream, context, CancellationToken.None))
        {
            mapped.Add(item);
        }

        return mapped;
    }

    /// <summary>The only invoice of a text, which nothing was found in.</summary>
    public static async Task<XElement> OneAsync(string text, CompanyProfile? profile = null, DataMapping? mapping = null)
    {
        var only = (await TextAsync(text, profile, mapping)).ShouldHaveSingleItem();
        only.Findings.Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        return Root(only);
    }

    /// <summary>The numbers of everything that was found, none of which makes an invoice.</summary>
    public static async Task<List<string>> CodesAsync(string text, CompanyProfile? profile = null, DataMapping? mapping = null)
    {
        var mapped = await TextAsync(text, profile, mapping);
        mapped.ShouldAllBe(invoice => !invoice.IsAccepted);
        return [.. mapped.SelectMany(invoice => invoice.Findings).Select(finding => finding.Code)];
    }

    public static XElement Root(MappedInvoice mapped) => XDocument.Parse(Encoding.UTF8.GetString(mapped.Xml!.Value.Span)).Root!;

    /// <summary>Text of an element below Fa, such as <c>P_15</c> or <c>FaWiersz/P_11</c>; of the first where there are several.</summary>
    public static string? Fa(this XElement invoice, string path) => invoice.At("Fa/" + path);

    /// <summary>Text of the first element of a path.</summary>
    public static string? At(this XElement invoice, string path)
    {
        IEnumerable<XElement> elements = [invoice];
        foreach (var name in path.Split('/'))
        {
            elements = elements.Elements(Fa3 + name);
        }

        return elements.FirstOrDefault()?.Value;
    }
}
