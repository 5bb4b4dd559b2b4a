using System.Xml;

namespace SampleInvoices;

/// <summary>
/// An invoice of our own making that passes its schema: everything that tests and demonstrations vary can be set,
/// the rest is realistic and invented.
/// </summary>
public sealed record SampleInvoice
{
    public SampleSchema Schema { get; init; } = SampleSchema.Fa3;

    public SampleParty Seller { get; init; } = SampleParty.Seller;

    public SampleParty Buyer { get; init; } = SampleParty.Buyer;

    /// <summary>P_2.</summary>
    public string Number { get; init; } = "FV/2026/02/0001";

    /// <summary>P_1.</summary>
    public DateOnly IssueDate { get; init; } = new(2026, 2, 2);

    public string Currency { get; init; } = "PLN";

    public IReadOnlyList<SampleLine> Lines { get; init; } = SampleLine.Flour;

    /// <summary>Set for a correcting invoice; left out for an ordinary one.</summary>
    public SampleCorrection? Correction { get; init; }

    public SampleAttachment? Attachment { get; init; }

    /// <summary>Issued by the buyer in the seller's name (P_17 = 1).</summary>
    public bool SelfBilling { get; init; }

    /// <summary>Who issues it instead of the seller (PodmiotUpowazniony), such as a bailiff or a tax representative.</summary>
    public SampleParty? AuthorisedParty { get; init; }

    /// <summary>Another amount due than the sum of the lines.</summary>
    public decimal? TotalGross { get; init; }

    /// <summary>A sample with another seller.</summary>
    public SampleInvoice SoldBy(string nip) => this with { Seller = Seller with { Nip = nip } };

    /// <summary>The invoice as a file: UTF-8 without a byte order mark.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        WriteTo(stream);
        return stream.ToArray();
    }

    public void WriteTo(Stream destination)
    {
        var settings = new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using var xml = XmlWriter.Create(destination, settings);
        switch (Schema)
        {
            case SampleSchema.Fa2 or SampleSchema.Fa3:
                new FaWriter(xml, this).Write();
                break;
            case SampleSchema.FaRr1:
                new FaRrWriter(xml, this).Write();
                break;
            default:
                new PefWriter(xml, this).Write();
                break;
        }
    }
}
