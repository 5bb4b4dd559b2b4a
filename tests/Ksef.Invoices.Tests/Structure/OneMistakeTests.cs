using System.Text;
using System.Xml.Linq;
using Ksef.Invoices.Tests.Checking;
using Ksef.Invoices.Tests.Samples;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>One change to the order of a valid document is one finding at most, whichever element it hits.</summary>
public sealed class OneMistakeTests
{
    public static TheoryData<string> Samples => ["ordinary", "correction", "attachment", "FA_RR(1)", "PEF(3)"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_AnyElementLeftOut_IsOneFindingAtMost(string name) => ForEachElement(name, element =>
    {
        element.Remove();
        return true;
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_AnyElementTwice_IsOneFindingAtMost(string name) => ForEachElement(name, element =>
    {
        element.AddAfterSelf(new XElement(element));
        return true;
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_AnyTwoNeighboursExchanged_IsOneFindingAtMost(string name) => ForEachElement(name, element =>
    {
        if (element.ElementsAfterSelf().FirstOrDefault() is not { } next)
        {
            return false;
        }

        element.Remove();
        next.AddAfterSelf(element);
        return true;
    });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Check_AnyElementRenamed_IsOneFindingAtMostBesideTheFieldItStandsFor(string name) => ForEachElement(
        name,
        element =>
        {
            element.Name = element.Name.Namespace + "Obce";
            return true;
        },
        limit: 2);

    private static void ForEachElement(string name, Func<XElement, bool> change, int limit = 1)
    {
        var (invoice, _) = ValidSamples.Get(name);
        var sample = invoice.Attachment is null ? invoice : invoice with { Attachment = new SampleInvoices.SampleAttachment(3) };
        var valid = XDocument.Load(new MemoryStream(sample.ToBytes()));
        for (var index = 0; index < valid.Root!.Descendants().Count(); index++)
        {
            var document = new XDocument(valid);
            var element = document.Root!.Descendants().ElementAt(index);
            var path = string.Join('/', element.AncestorsAndSelf().Reverse().Select(step => step.Name.LocalName));
            if (change(element))
            {
                var content = Encoding.UTF8.GetBytes(document.Declaration + document.ToString(SaveOptions.DisableFormatting));
                var structural = Check.Of(content).Findings.Where(finding => finding.Code.StartsWith("KSF-12", StringComparison.Ordinal)).ToList();

                structural.Count.ShouldBeLessThanOrEqualTo(limit, $"{path}: {string.Join(' ', structural.Select(finding => finding.MessageEn))}");
            }
        }
    }
}
