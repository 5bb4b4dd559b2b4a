using System.IO.Compression;

namespace SampleInvoices.Broken;

/// <summary>ZIP archives that must not harm the pipeline, nor the good invoices beside them.</summary>
public static class BrokenArchives
{
    private const int BombSize = 200_000_000;

    /// <summary>More invoices than a KSeF session takes.</summary>
    public const int TooManyFiles = 10_001;

    /// <summary>No bytes at all.</summary>
    public static byte[] EmptyFile => [];

    /// <summary>A right archive with nothing in it.</summary>
    public static byte[] NoFiles => SampleArchive.Zip([]);

    /// <summary>An archive whose end, and with it the directory, is cut off.</summary>
    public static byte[] Truncated => Good()[..^200];

    /// <summary>Starts like an archive and goes on as noise.</summary>
    public static byte[] Garbled => [.. "PK\u0003\u0004"u8, .. Enumerable.Range(0, 2_000).Select(value => (byte)(value * 31))];

    /// <summary>A right directory over compressed data that is none.</summary>
    public static byte[] BrokenData => Damage(SampleArchive.Zip([("faktura.xml", new SampleInvoice().ToBytes())]));

    /// <summary>Names that lead out of any folder, by slashes, backslashes and a drive.</summary>
    public static byte[] PathEscape => SampleArchive.Zip(
    [
        ("../../../outside-1.xml", new SampleInvoice { Number = "FV/1" }.ToBytes()),
        ("..\\..\\outside-2.xml", new SampleInvoice { Number = "FV/2" }.ToBytes()),
        ("/outside-3.xml", new SampleInvoice { Number = "FV/3" }.ToBytes()),
        ("C:\\outside-4.xml", new SampleInvoice { Number = "FV/4" }.ToBytes()),
    ]);

    /// <summary>Some kilobytes that unpack to 200 million bytes.</summary>
    public static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("faktura.xml", CompressionLevel.SmallestSize).Open();
            var spaces = new byte[1_000_000];
            Array.Fill(spaces, (byte)' ');
            for (var written = 0; written < BombSize; written += spaces.Length)
            {
                entry.Write(spaces);
            }
        }

        return stream.ToArray();
    }

    /// <summary>An archive inside an archive.</summary>
    public static byte[] Nested => SampleArchive.Zip([("faktury.zip", Good())]);

    /// <summary>One invoice more than a session takes.</summary>
    public static byte[] TooMany() => SampleArchive.Zip(SampleArchive.Invoices(new SampleInvoice { Lines = [SampleLine.Flour[0]] }, TooManyFiles));

    /// <summary>Two files of one name with different invoices.</summary>
    public static byte[] SameNameTwice => SampleArchive.Zip(
        [("faktura.xml", new SampleInvoice { Number = "FV/1" }.ToBytes()), ("faktura.xml", new SampleInvoice { Number = "FV/2" }.ToBytes())]);

    /// <summary>A file that is no invoice between good ones.</summary>
    public static byte[] NotOnlyInvoices => SampleArchive.Zip([("czytaj.txt", "Faktury za luty"u8.ToArray()), .. SampleArchive.Invoices(new SampleInvoice(), 2)]);

    /// <summary>Good invoices with a bad one among them: the good ones must go.</summary>
    public static byte[] OneBadAmongGood(int good = 3) =>
        SampleArchive.Zip([.. SampleArchive.Invoices(new SampleInvoice(), good), ("zla-faktura.xml", BrokenInvoices.MissingField.Content)]);

    private static byte[] Good() => SampleArchive.Zip(SampleArchive.Invoices(new SampleInvoice(), 3));

    private static byte[] Damage(byte[] archive)
    {
        // Behind the local header (30 bytes), the name and the extra field: the first bits name a kind of block that does not exist.
        var data = 30 + BitConverter.ToUInt16(archive, 26) + BitConverter.ToUInt16(archive, 28);
        archive[data] = 0xFF;
        return archive;
    }
}
