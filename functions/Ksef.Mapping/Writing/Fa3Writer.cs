using System.Globalization;
using Ksef.Mapping.Computation;

namespace Ksef.Mapping.Writing;

/// <summary>
/// Writes invoices as FA(3), schema 2025/06/25/13775, one after another: UTF-8 without a byte order mark, every time the same bytes for the same invoice.
/// </summary>
/// <param name="profile">The seller.</param>
/// <param name="nip">NIP of the seller.</param>
/// <param name="madeAt">When the file was made (DataWytworzeniaFa).</param>
internal sealed class Fa3Writer(CompanyProfile profile, string nip, DateTimeOffset madeAt)
{
    public const string Namespace = "http://crd.gov.pl/wzor/2025/06/25/13775/";

    private readonly string _start = $"""<?xml version="1.0" encoding="utf-8"?><Faktura xmlns="{Namespace}">{Header(madeAt)}""";
    private readonly Fa3Xml _xml = new();

    /// <summary>The markup of every FA(3)'s header. Nothing of it is data.</summary>
    public static string Header(DateTimeOffset madeAt) =>
        """<Naglowek><KodFormularza kodSystemowy="FA (3)" wersjaSchemy="1-0E">FA</KodFormularza><WariantFormularza>3</WariantFormularza>"""
        + $"<DataWytworzeniaFa>{Time(madeAt)}</DataWytworzeniaFa><SystemInfo>ksef-functions</SystemInfo></Naglowek>";

    public byte[] Write(ComputedInvoice computed)
    {
        var invoice = computed.Invoice;
        _xml.Begin(_start);
        var parties = new PartyWriter(_xml);
        parties.Seller(profile, nip, Marks.HasEuPrefix(computed));
        parties.Buyer(invoice);
        foreach (var party in invoice.OtherParties)
        {
            parties.Other(party);
        }

        _xml.Group("Fa", () => new BodyWriter(_xml, computed).Write());
        FooterWriter.Write(_xml, invoice.Footer, profile);
        return _xml.End("</Faktura>");
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
