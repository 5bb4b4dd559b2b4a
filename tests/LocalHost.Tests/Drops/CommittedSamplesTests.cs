using System.Globalization;
using System.IO.Compression;
using Ksef.Invoices;
using LocalHost.Drops;
using LocalHost.Hosting;

namespace LocalHost.Tests.Drops;

/// <summary>The samples in the documents are what <c>--samples</c> writes, and valid for the rules of this build.</summary>
public sealed class CommittedSamplesTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(FunctionApp.LocalSettings)!, "..", "..", "docs", "examples", "samples");

    [Fact]
    public void Invoice_InTheDocuments_IsWhatTheCommandWrites() => Committed("faktura-1.xml").ShouldBe(Made("faktura-1.xml"));

    [Fact]
    public void Package_InTheDocuments_HoldsWhatTheCommandWrites() => Entries(Committed("paczka.zip")).ShouldBe(Entries(Made("paczka.zip")));

    [Fact]
    public void Both_InTheDocuments_AreValid()
    {
        IEnumerable<string> invoices = [System.Text.Encoding.UTF8.GetString(Committed("faktura-1.xml")), .. Entries(Committed("paczka.zip"))];

        invoices.Count().ShouldBe(6);
        invoices.ShouldAllBe(invoice => Check(System.Text.Encoding.UTF8.GetBytes(invoice), TimeProvider.System).IsAccepted);
    }

    // The number of a sample is the moment it was made at.
    private static byte[] Made(string name)
    {
        string number = Check(Committed("faktura-1.xml"), TimeProvider.System).Invoice!.Number!;
        DateTime there = DateTime.ParseExact(number[..^2], "'FV'/yyyy'/'MM'/'ddHHmmss", CultureInfo.InvariantCulture);
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");
        return Bytes(SampleDrops.At(new DateTimeOffset(there, zone.GetUtcOffset(there))).Single(drop => drop.Name == name));
    }

    private static byte[] Committed(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static byte[] Bytes(Drop drop)
    {
        using Stream content = drop.Open();
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        return buffer.ToArray();
    }

    private static IReadOnlyList<string> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd())];
    }

    private static InvoiceCheck Check(byte[] invoice, TimeProvider time) => new InvoiceChecker(time).Check(invoice, new InvoiceCheckOptions());
}
