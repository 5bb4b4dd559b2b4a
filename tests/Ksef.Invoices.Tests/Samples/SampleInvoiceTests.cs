using System.Xml;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Samples;

public sealed class SampleInvoiceTests
{
    [Theory]
    [MemberData(nameof(ValidSamples.Names), MemberType = typeof(ValidSamples))]
    public void ToBytes_OfEverySample_PassesItsSchema(string name)
    {
        var (invoice, schema) = ValidSamples.Get(name);

        SchemaErrors(invoice.ToBytes(), schema).ShouldBeEmpty();
    }

    [Fact]
    public void ToBytes_Always_IsUtf8WithoutByteOrderMark() =>
        new SampleInvoice().ToBytes()[..5].ShouldBe("<?xml"u8.ToArray());

    [Fact]
    public void ToBytes_SameSampleTwice_GivesSameBytes() =>
        new SampleInvoice().ToBytes().ShouldBe(new SampleInvoice().ToBytes());

    private static List<string> SchemaErrors(byte[] content, InvoiceSchema schema)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schema.Schemas };
        settings.ValidationFlags |= System.Xml.Schema.XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => errors.Add($"{e.Exception.LineNumber}: {e.Message}");
        using var reader = XmlReader.Create(new MemoryStream(content), settings);
        while (reader.Read())
        {
        }

        return errors;
    }
}
