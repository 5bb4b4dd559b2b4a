using Ksef.Mapping;
using KsefFunctions.Storage;

namespace KsefFunctions.Validation;

/// <summary>What a company has said of itself and of its data: <c>config/{nip}/company.json</c> and <c>config/{nip}/mapping.json</c>. Both may be missing.</summary>
public sealed class CompanySettings(InvoiceStorage storage)
{
    public async Task<CompanyProfile> ProfileAsync(string nip, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Config, $"{nip}/{CompanyProfileFile.Name}", cancellationToken) is { } file ? CompanyProfileFile.Read(file.Content) : CompanyProfile.Empty;

    public async Task<DataMapping> MappingAsync(string nip, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Config, $"{nip}/{DataMappingFile.Name}", cancellationToken) is { } file ? DataMappingFile.Read(file.Content) : DataMapping.Empty;
}
