using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads third parties.</summary>
internal static class OtherPartyReader
{
    private const int Recipient = 2;

    private static readonly Words Roles = new("role podmiotów; nabywcę przed korektą podaje tylko korekta", "roles of parties; only a correction gives the buyer before it");

    private static readonly PartyReader.AddressFields Address =
        new(PartyFields.Address1, PartyFields.Address2, PartyFields.Street, PartyFields.Postcode, PartyFields.City, PartyFields.Country);

    public static SimpleParty Read(RowReader row, bool isCorrection)
    {
        var country = PartyReader.Country(row, PartyFields.Country);
        var isBuyerBefore = row.Text(PartyFields.Role) is { } written && Codes.IsBuyerBefore(written);
        if (isBuyerBefore && !isCorrection)
        {
            row.Report(ValueFindings.UnknownCode, PartyFields.Role, row.Raw(PartyFields.Role)!.Value, ("known", Roles));
        }

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
            Email = row.Text(PartyFields.Email),
            Phone = row.Text(PartyFields.Phone),
            Role = role,
            OtherRole = otherRole,
            IsBuyerBefore = isBuyerBefore,
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
