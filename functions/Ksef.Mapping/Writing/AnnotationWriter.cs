using Ksef.Mapping.Computation;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Writes Adnotacje.</summary>
internal static class AnnotationWriter
{
    public static void Write(Fa3Xml xml, ComputedInvoice computed)
    {
        var annotations = computed.Invoice.Annotations;
        xml.Answer("P_16", annotations.CashMethod == true);
        xml.Answer("P_17", annotations.SelfBilled);
        xml.Answer("P_18", Marks.HasReverseCharge(computed));
        xml.Answer("P_18A", annotations.SplitPayment == true);
        xml.Group("Zwolnienie", () => Exemption(xml, annotations, Marks.Has(computed, SaleRate.Exempt)));
        xml.Group("NoweSrodkiTransportu", () => xml.Mark("P_22N", true));
        xml.Answer("P_23", annotations.Triangular);
        xml.Group("PMarzy", () =>
        {
            xml.Mark(annotations.Margin is null ? "P_PMarzyN" : "P_PMarzy", true);
            if (annotations.Margin is { } scheme)
            {
                xml.Mark(scheme, true);
            }
        });
    }

    private static void Exemption(Fa3Xml xml, SimpleAnnotations annotations, bool hasExemptSale)
    {
        if (!hasExemptSale || !annotations.HasExemptionBasis)
        {
            xml.Mark("P_19N", true);
            return;
        }

        xml.Mark("P_19", true);
        // The schema takes one basis: the act before the directive before any other.
        if (annotations.ExemptionAct is { } act)
        {
            xml.Element("P_19A", act);
        }
        else if (annotations.ExemptionDirective is { } directive)
        {
            xml.Element("P_19B", directive);
        }
        else
        {
            xml.Element("P_19C", annotations.ExemptionOther);
        }
    }
}
