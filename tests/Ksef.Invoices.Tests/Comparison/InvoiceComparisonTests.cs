using System.Text;

namespace Ksef.Invoices.Tests.Comparison;

/// <summary>Two invoices are the same when they say the same, however they are written.</summary>
public sealed class InvoiceComparisonTests
{
    private const string Invoice =
        "<Faktura xmlns=\"http://crd.gov.pl/wzor/2025/06/25/13775/\"><Naglowek><KodFormularza kodSystemowy=\"FA (3)\">FA</KodFormularza><DataWytworzeniaFa>2026-11-02T08:00:00Z</DataWytworzeniaFa>"
        + "<SystemInfo>ERP 1</SystemInfo></Naglowek><Fa><P_2>FV/1</P_2><P_15>123.50</P_15><FaWiersz><P_7>Mąka</P_7></FaWiersz><FaWiersz><P_7>Sól</P_7></FaWiersz></Fa></Faktura>";

    [Fact]
    public void Compare_SameInvoiceMadeLaterByAnotherProgram_FindsNothing() =>
        Compare(Invoice.Replace("08:00:00Z", "09:30:00Z").Replace("ERP 1", "ERP 2")).ShouldBeEmpty();

    [Fact]
    public void Compare_OtherPrefixSpacesAndZeros_FindsNothing() => Compare(
        Invoice.Replace("<", "<f:").Replace("<f:/", "</f:").Replace("xmlns=", "xmlns:f=").Replace("123.50", "123.5").Replace("Mąka", "\n  Mąka\n").Replace("><f:P_15", ">\n<!-- due --><f:P_15")).ShouldBeEmpty();

    [Fact]
    public void Compare_ValueOfASecondLineDiffers_SaysWhichAndBothValues() =>
        Compare(Invoice.Replace("Sól", "Sól morska")).ShouldBe([new InvoiceDifference("Faktura/Fa/FaWiersz[2]/P_7", "Sól", "Sól morska")]);

    [Fact]
    public void Compare_NumberThatOnlyLooksLikeAnAmount_Differs() =>
        Compare(Invoice.Replace("FV/1", "0012"), Invoice.Replace("FV/1", "12")).ShouldBe([new InvoiceDifference("Faktura/Fa/P_2", "0012", "12")]);

    [Fact]
    public void Compare_FieldAddedAndFieldLeftOut_SaysBoth() =>
        Compare(Invoice.Replace("<P_2>FV/1</P_2>", string.Empty).Replace("</Fa>", "<Zamowienie/></Fa>"))
            .ShouldBe([new InvoiceDifference("Faktura/Fa/P_2", "FV/1", null), new InvoiceDifference("Faktura/Fa/Zamowienie", null, string.Empty)]);

    [Fact]
    public void Compare_OtherSchema_SaysItsNameSpaceAndAttribute() =>
        Compare(Invoice.Replace("2025/06/25/13775", "2023/06/29/12648").Replace("FA (3)", "FA (2)"))
            .Select(difference => difference.Path).ShouldBe(["Faktura/@xmlns", "Faktura/Naglowek/KodFormularza/@kodSystemowy"]);

    private static IReadOnlyList<InvoiceDifference> Compare(string after) => Compare(Invoice, after);

    private static IReadOnlyList<InvoiceDifference> Compare(string before, string after) =>
        InvoiceComparison.Compare(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
}
