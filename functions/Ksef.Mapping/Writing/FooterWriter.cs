namespace Ksef.Mapping.Writing;

/// <summary>Writes Stopka.</summary>
internal static class FooterWriter
{
    public static void Write(Fa3Xml xml, string? text, CompanyProfile profile)
    {
        var hasRegisters = profile.Krs is not null || profile.Regon is not null || profile.Bdo is not null;
        if (text is null && !hasRegisters)
        {
            return;
        }

        xml.Group("Stopka", () =>
        {
            if (text is not null)
            {
                xml.Group("Informacje", () => xml.Element("StopkaFaktury", text));
            }

            if (hasRegisters)
            {
                xml.Group("Rejestry", () =>
                {
                    xml.Element("KRS", profile.Krs);
                    xml.Element("REGON", profile.Regon);
                    xml.Element("BDO", profile.Bdo);
                });
            }
        });
    }
}
