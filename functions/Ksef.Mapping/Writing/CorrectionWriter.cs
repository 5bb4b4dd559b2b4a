using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Writing;

/// <summary>Writes what a correction corrects, and the advances that are settled.</summary>
internal static class CorrectionWriter
{
    public static void Write(Fa3Xml xml, SimpleCorrection correction)
    {
        xml.Element("PrzyczynaKorekty", correction.Reason);
        xml.Number("TypKorekty", correction.Effect);
        foreach (var original in correction.Originals)
        {
            xml.Group("DaneFaKorygowanej", () =>
            {
                xml.Element("DataWystFaKorygowanej", original.IssueDate);
                xml.Element("NrFaKorygowanej", original.Number);
                xml.Mark(original.KsefNumber is null ? "NrKSeFN" : "NrKSeF", true);
                xml.Element("NrKSeFFaKorygowanej", original.KsefNumber);
            });
        }

        xml.Element("OkresFaKorygowanej", correction.Period);
        xml.Element("NrFaKorygowany", correction.RightNumber);
        if (correction.BuyerBefore is { } buyer)
        {
            new PartyWriter(xml).BuyerBefore(buyer);
        }

        if (correction.AmountBefore is { } before)
        {
            xml.Amount("P_15ZK", before);
            xml.Quantity("KursWalutyZK", correction.RateBefore);
        }
    }

    /// <summary>Each advance once, however many rates of it are settled.</summary>
    public static void WriteAdvances(Fa3Xml xml, IReadOnlyList<SimpleAdvance> advances)
    {
        foreach (var advance in advances.DistinctBy(advance => advance.KsefNumber ?? advance.Number))
        {
            xml.Group("FakturaZaliczkowa", () =>
            {
                if (advance.KsefNumber is { } number)
                {
                    xml.Element("NrKSeFFaZaliczkowej", number);
                }
                else
                {
                    xml.Mark("NrKSeFZN", true);
                    xml.Element("NrFaZaliczkowej", advance.Number);
                }
            });
        }
    }
}
