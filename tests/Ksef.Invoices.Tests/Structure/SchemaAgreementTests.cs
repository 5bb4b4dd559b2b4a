using System.Xml;
using Ksef.Invoices.Tests.Checking;
using Ksef.Invoices.Tests.Samples;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>Whatever happens to a document, our explanation and the schema must come to the same verdict.</summary>
public sealed class SchemaAgreementTests
{
    private const int MutationsOfEach = 150;

    [Theory]
    [MemberData(nameof(ValidSamples.Names), MemberType = typeof(ValidSamples))]
    public void Check_MutatedSample_IsRefusedExactlyWhenTheSchemaRefuses(string name)
    {
        var (invoice, schema) = ValidSamples.Get(name);
        var valid = invoice.Attachment is null ? invoice.ToBytes() : (invoice with { Attachment = new SampleInvoices.SampleAttachment(5) }).ToBytes();
        for (var seed = 0; seed < MutationsOfEach; seed++)
        {
            var mutated = Mutation.Of(valid, seed);

            var structural = Check.Of(mutated).Codes().Where(code => code.StartsWith("KSF-12", StringComparison.Ordinal) || code == "KSF-1102");

            structural.Any().ShouldBe(!FollowsSchema(mutated, schema), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(ValidSamples.Names), MemberType = typeof(ValidSamples))]
    public void Check_RandomBytesInAFile_NeverThrows(string name)
    {
        var valid = ValidSamples.Get(name).Invoice.ToBytes();
        for (var seed = 0; seed < MutationsOfEach; seed++)
        {
            var random = new Random(seed);
            var damaged = valid[..random.Next(1, valid.Length)];
            for (var bytes = random.Next(10); bytes > 0; bytes--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Check.Of(damaged).IsAccepted.ShouldBeFalse($"seed {seed}");
        }
    }

    private static bool FollowsSchema(byte[] content, InvoiceSchema schema)
    {
        var follows = true;
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schema.Schemas };
        settings.ValidationFlags |= System.Xml.Schema.XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, _) => follows = false;
        using var reader = XmlReader.Create(new MemoryStream(content), settings);
        while (reader.Read())
        {
        }

        return follows;
    }
}
