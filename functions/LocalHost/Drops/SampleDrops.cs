using System.Globalization;
using KsefFunctions.Files;
using SampleInvoices;

namespace LocalHost.Drops;

/// <summary>What a host that starts with nothing shows: invoices of our own making, dated today in Poland, with numbers that were never used before.</summary>
internal static class SampleDrops
{
    private const int InvoicesInPackage = 5;

    public static IReadOnlyList<Drop> At(DateTimeOffset now)
    {
        DateTime there = PolishTime.At(now);
        string series = there.ToString("'FV'/yyyy'/'MM'/'ddHHmmss", CultureInfo.InvariantCulture);
        var invoice = new SampleInvoice { IssueDate = DateOnly.FromDateTime(there) };
        return
        [
            File("faktura-1.xml", (invoice with { Number = $"{series}/1" }).ToBytes()),
            File("faktura-2.xml", (invoice with { Number = $"{series}/2", Currency = "EUR" }).ToBytes()),
            File("faktura-3.xml", (invoice with { Number = $"{series}/3", Buyer = SampleParty.Seller with { Nip = SampleNips.PublicBody } }).ToBytes()),
            File("faktura-z-jutra.xml", (invoice with { Number = $"{series}/4", IssueDate = invoice.IssueDate.AddDays(1) }).ToBytes()),
            File("paczka.zip", SampleArchive.Zip(SampleArchive.Invoices(invoice with { Number = $"{series}/5" }, InvoicesInPackage))),
        ];
    }

    /// <summary>Writes the samples as files, over those of an earlier day.</summary>
    /// <param name="directory">Made where it is missing.</param>
    /// <param name="time">Says what today is.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <returns>The paths of the files.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(string directory, TimeProvider time, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        List<string> written = [];
        foreach (Drop drop in At(time.GetUtcNow()))
        {
            string path = Path.Combine(directory, drop.Name);
            await using Stream content = drop.Open();
            await using FileStream file = new(path, FileMode.Create, FileAccess.Write);
            await content.CopyToAsync(file, cancellationToken);
            written.Add(path);
        }

        return written;
    }

    private static Drop File(string name, byte[] content) => new(name, () => new MemoryStream(content, writable: false));
}
