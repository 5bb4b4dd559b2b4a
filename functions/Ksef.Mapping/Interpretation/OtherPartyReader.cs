using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads third parties.</summary>
internal static class OtherPartyReader
{
    private const int Recipient = 2;

    private static readonly PartyReader.AddressFields Address =
        new(PartyFields.Address1, PartyFields.Address2, PartyFields.Street, PartyFields.Postcode, PartyFields.City, PartyFields.Country);

    public static SimpleParty Read(RowReader row)
    {
        var country = PartyReader.Country(row, PartyFields.Country);
        var (role, otherRole) = row.Text(PartyFields.Role) is { } word ? Codes.Role(word) : (Recipient, null);
        if (row.Text(PartyFields.Name) is null)
        {
            row.ReportAt(ValueFindings.Missing, PartyFields.Name);
        }

        return new SimpleParty
        {
            Id = Id(row, country) ?? new PartyId(PartyIdKind.None),
            Name = row.Text(PartyFields.Name),
            Address = PartyReader.Address(row, Address, country ?? "PL"),
            Role = role,
            OtherRole = otherRole,
            Share = row.Number(PartyFields.Share),
            CustomerNumber = row.Text(PartyFields.CustomerNumber),
        };
    }

    private static PartyId? Id(RowReader row, string? country)
    {
        if (row.Has(PartyFields.Nip))
        {
            return PartyReader.Nip(row, PartyFields.Nip) is { } nip ? new PartyId(PartyIdKind.Nip, nip) : null;
        }

        if (row.Text(PartyFields.InternalId) is { } identifier)
        {
            return new PartyId(PartyIdKind.Internal, identifier);
        }

        return PartyReader.AnyNumber(row, PartyFields.TaxNumber, country, PartyFields.Nip);
    }
}
