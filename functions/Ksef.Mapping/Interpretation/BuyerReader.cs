using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads the buyer.</summary>
internal static class BuyerReader
{
    private static readonly PartyReader.AddressFields Address =
        new(BuyerFields.Address1, BuyerFields.Address2, BuyerFields.Street, BuyerFields.Postcode, BuyerFields.City, BuyerFields.Country);

    private static readonly SimpleField[] Numbers = [BuyerFields.Nip, BuyerFields.EuNumber, BuyerFields.OtherId, BuyerFields.TaxNumber];

    public static SimpleParty Read(RowReader head)
    {
        var country = PartyReader.Country(head, BuyerFields.Country);
        var id = Id(head, country);
        return new SimpleParty
        {
            Id = id ?? new PartyId(PartyIdKind.None),
            Name = head.Text(BuyerFields.Name),
            Address = PartyReader.Address(head, Address, country ?? CountryOf(id), head.Text(BuyerFields.Gln)),
            Email = head.Text(BuyerFields.Email),
            Phone = head.Text(BuyerFields.Phone),
            CustomerNumber = head.Text(BuyerFields.CustomerNumber),
        };
    }

    /// <summary>Whether the data gives a number, or says that there is none.</summary>
    public static bool SaysId(RowReader head) => Array.Exists(Numbers, head.Has) || head.Flag(BuyerFields.NoId) == true;

    private static PartyId? Id(RowReader head, string? country)
    {
        if (head.Has(BuyerFields.Nip))
        {
            return PartyReader.Nip(head, BuyerFields.Nip) is { } nip ? new PartyId(PartyIdKind.Nip, nip) : null;
        }

        if (head.Has(BuyerFields.EuNumber))
        {
            return EuId(head, country);
        }

        return head.Text(BuyerFields.OtherId) is { } other
            ? new PartyId(PartyIdKind.Other, other, PartyReader.Country(head, BuyerFields.OtherIdCountry) ?? country)
            : PartyReader.AnyNumber(head, BuyerFields.TaxNumber, country, BuyerFields.OtherId);
    }

    private static PartyId? EuId(RowReader head, string? country)
    {
        if (head.Raw(BuyerFields.EuNumber) is not { } value)
        {
            return null;
        }

        var compact = Identifiers.Compact(value.Shown).ToUpperInvariant();
        var prefix = PartyReader.Country(head, BuyerFields.EuCountry) ?? country;
        prefix = prefix == "GR" ? "EL" : prefix;
        var written = compact.Length > 2 ? compact[..2] : string.Empty;
        written = written == "GR" ? "EL" : written;
        if (Countries.IsEuPrefix(written) && (prefix is null || prefix == written))
        {
            (prefix, compact) = (written, compact[2..]);
        }

        if (prefix == "PL" && Identifiers.NipOf(compact) is { } nip)
        {
            // A Polish buyer sees the invoice in KSeF only by the field NIP.
            return new PartyId(PartyIdKind.Nip, nip);
        }

        if (prefix is not null and not "PL" && Countries.IsEuPrefix(prefix) && EuNumber.IsPlausible(compact))
        {
            return new PartyId(PartyIdKind.Eu, compact, prefix);
        }

        head.Report(ValueFindings.WrongTaxNumber, BuyerFields.EuNumber, value, ("other", RowReader.NameOf(BuyerFields.OtherId)));
        return null;
    }

    private static string CountryOf(PartyId? id) => id switch
    {
        { Kind: PartyIdKind.Eu, Country: "EL" } => "GR",
        { Kind: PartyIdKind.Eu, Country: "XI" } => "GB",
        { Kind: PartyIdKind.Eu or PartyIdKind.Other, Country: { } country } => country,
        _ => "PL",
    };
}
