using Ksef.Invoices;

namespace KsefSimulator.Invoices.Queries;

/// <summary>An invoice in the results of POST /invoices/query/metadata and in <c>_metadata.json</c> of an export.</summary>
internal sealed record InvoiceMetadata
{
    public required string KsefNumber { get; init; }

    public required string InvoiceNumber { get; init; }

    public required DateOnly IssueDate { get; init; }

    public required DateTimeOffset InvoicingDate { get; init; }

    public required DateTimeOffset AcquisitionDate { get; init; }

    public required DateTimeOffset PermanentStorageDate { get; init; }

    public required MetadataSeller Seller { get; init; }

    public required MetadataBuyer Buyer { get; init; }

    public required decimal NetAmount { get; init; }

    public required decimal GrossAmount { get; init; }

    public required decimal VatAmount { get; init; }

    public required string Currency { get; init; }

    public required string InvoicingMode { get; init; }

    public required string InvoiceType { get; init; }

    public required FormCodeBody FormCode { get; init; }

    public required bool IsSelfInvoicing { get; init; }

    public required bool HasAttachment { get; init; }

    public required string InvoiceHash { get; init; }

    public string? HashOfCorrectedInvoice { get; init; }

    public IReadOnlyList<MetadataThirdSubject>? ThirdSubjects { get; init; }

    public MetadataAuthorizedSubject? AuthorizedSubject { get; init; }

    public static InvoiceMetadata Of(SubmittedInvoice invoice)
    {
        var facts = invoice.Facts!;
        var schema = InvoiceSchema.All.First(known => known.SystemCode == facts.SystemCode);
        return new InvoiceMetadata
        {
            KsefNumber = invoice.KsefNumber!,
            InvoiceNumber = facts.Number,
            IssueDate = facts.IssueDate,
            InvoicingDate = invoice.InvoicingDate,
            AcquisitionDate = invoice.VisibleAt,
            PermanentStorageDate = invoice.VisibleAt,
            Seller = new MetadataSeller(facts.SellerNip, facts.SellerName),
            Buyer = new MetadataBuyer(facts.Buyer, facts.BuyerName),
            NetAmount = facts.Net,
            GrossAmount = facts.Gross,
            VatAmount = facts.Vat,
            Currency = facts.Currency,
            InvoicingMode = invoice.Mode,
            InvoiceType = InvoiceTypes.Of(facts.Kind),
            FormCode = new FormCodeBody(schema.SystemCode, schema.SchemaVersion, schema.FormCodeValue),
            IsSelfInvoicing = facts.IsSelfInvoicing,
            HasAttachment = facts.HasAttachment,
            InvoiceHash = invoice.Hash,
            HashOfCorrectedInvoice = invoice.HashOfCorrectedInvoice,
            ThirdSubjects = facts.ThirdParties?.Select(party => new MetadataThirdSubject(party.Identifier, party.Name, party.Role)).ToList(),
            AuthorizedSubject = facts.AuthorizedParty is { Identifier.Value: { } nip } party ? new MetadataAuthorizedSubject(nip, party.Name, party.Role) : null,
        };
    }
}

internal sealed record MetadataSeller(string Nip, string? Name);

internal sealed record MetadataBuyer(PartyIdentifier Identifier, string? Name);

internal sealed record MetadataThirdSubject(PartyIdentifier Identifier, string? Name, int Role);

internal sealed record MetadataAuthorizedSubject(string Nip, string? Name, int Role);

internal sealed record QueryMetadataResponse(bool HasMore, bool IsTruncated, DateTimeOffset? PermanentStorageHwmDate, IReadOnlyList<InvoiceMetadata> Invoices);
