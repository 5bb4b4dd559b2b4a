using System.Xml;
using System.Xml.Linq;
using Ksef.Invoices.Files;
using Ksef.Invoices.Reading;
using Ksef.Invoices.Rules;
using Ksef.Invoices.Structure;

namespace Ksef.Invoices;

/// <summary>
/// Checks an invoice file as KSeF will, and says everything that is wrong with it at once. Opens no connection and no file.
/// One instance serves any number of threads.
/// </summary>
/// <param name="time">Tells what day it is in Poland.</param>
public sealed class InvoiceChecker(TimeProvider time)
{
    private static readonly TimeZoneInfo Poland = TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw");

    /// <summary>Checks one file. Never throws for what the file holds.</summary>
    /// <param name="content">The file's bytes, exactly as they would be sent.</param>
    /// <param name="options">What depends on environment and context.</param>
    public InvoiceCheck Check(ReadOnlyMemory<byte> content, InvoiceCheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var findings = new FindingList();
        if (!FileCheck.Run(content.Span, findings))
        {
            return new InvoiceCheck(null, findings.ToList());
        }

        InvoiceSummary? summary = null;
        try
        {
            summary = CheckDocument(content, options, findings);
        }
        catch (XmlException exception)
        {
            Explain(content.Span, exception, findings);
        }
        catch (InvoiceTooDeepException exception)
        {
            findings.Add(FileFindings.TooDeep.At(exception.Location, ("limit", FileCheck.Number(InvoiceReader.DepthLimit))));
        }

        return new InvoiceCheck(summary, findings.ToList());
    }

    private InvoiceSummary? CheckDocument(ReadOnlyMemory<byte> content, InvoiceCheckOptions options, FindingList findings)
    {
        using var xml = InvoiceXml.Open(content);
        var root = DocumentRoot.Read(xml);
        if (InvoiceSchema.Find(root.Namespace, root.LocalName) is not { } schema)
        {
            findings.Add(UnknownRoot.Explain(root, content));
            return null;
        }

        SchemaRules.Check(schema, options, findings);
        var (fields, isInDoubt) = InvoiceReader.Read(xml, schema);
        var firstViolation = isInDoubt ? InvoiceXml.FirstViolation(content, schema) : null;
        if (firstViolation is { } violation)
        {
            ExplainViolations(content, schema, violation, findings);
        }

        if (LostLetters.MayBeIn(content.Span))
        {
            LostLetters.Report(Load(content), findings);
        }

        var summary = Summary.Of(schema, fields);
        CheckSize(content.Length, summary, findings);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Poland).DateTime);
        InvoiceRules.Check(new InvoiceUnderCheck(summary, fields, options, today, findings) { FollowsSchema = firstViolation is null });
        return summary;
    }

    private static void ExplainViolations(ReadOnlyMemory<byte> content, InvoiceSchema schema, (int Line, int Column) first, FindingList findings)
    {
        if (StructureDiagnosis.Run(schema, Load(content), findings) == 0)
        {
            // The schema is broken even if the diagnosis cannot say how: the invoice must not pass.
            findings.Add(StructureFindings.Other.At(
                new Location(null, first.Line, first.Column), ("field", FieldNames.Describe(schema.RootElement)), ("schema", schema.Name)));
        }
    }

    private static XDocument Load(ReadOnlyMemory<byte> content)
    {
        using var xml = InvoiceXml.Open(content);
        return XDocument.Load(xml, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
    }

    private static void CheckSize(int size, InvoiceSummary summary, FindingList findings)
    {
        if (!summary.HasAttachment && size > FileCheck.SizeLimit)
        {
            findings.Add(FileFindings.TooLarge.At(Location.File, ("size", FileCheck.Number(size)), ("limit", FileCheck.Number(FileCheck.SizeLimit))));
        }
    }

    /// <summary>Says in our own words why the file is not well formed.</summary>
    private static void Explain(ReadOnlySpan<byte> content, XmlException exception, FindingList findings)
    {
        if (new TagDiagnosis(content).Find() is { Count: > 0 } found)
        {
            findings.AddRange(found);
        }
        else if (!findings.Has(FileFindings.Declaration, FileFindings.BareAmpersand, FileFindings.UnknownEntity, FileFindings.ForbiddenCharacter))
        {
            findings.Add(FileFindings.Malformed.At(new Location(null, exception.LineNumber, exception.LinePosition)));
        }
    }
}
