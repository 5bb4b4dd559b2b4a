using System.Security.Cryptography;

namespace Ksef.Client.Tests;

public sealed class SimulatedBatchSessionTests : IDisposable
{
    private readonly CertificateCredential _credential = new(Certificates.Rsa(SimulatedKsef.Nip));

    [Theory]
    [InlineData(CompressionType.Zip)]
    [InlineData(CompressionType.TarGz)]
    public async Task Submit_PackageOfSeveralParts_IsAcceptedWithUpo(CompressionType compression)
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        var invoices = Enumerable.Range(1, 30).ToDictionary(number => $"faktura-{number}.xml", number => ksef.Invoice($"FV/{number}"));
        var (package, encryption, parts) = await PackAsync(client, compression, invoices);
        package.Parts.Count.ShouldBeGreaterThan(1);

        var session = await client.Batch.OpenAsync(SimulatedKsef.Fa3, package, encryption, offlineMode: false, default);
        await client.Batch.UploadPartsAsync(session.Parts, (part, _) => Task.FromResult<Stream>(new MemoryStream(parts[part.OrdinalNumber - 1])), 4, default);
        await client.Batch.CloseAsync(session.ReferenceNumber, default);
        var status = await client.FinishedAsync(session.ReferenceNumber);

        status.Code.ShouldBe(SessionStatusCode.Succeeded, status.Description);
        status.SuccessfulInvoiceCount.ShouldBe(30);
        status.UpoPages.ShouldNotBeEmpty();
        var listed = await client.Sessions.GetInvoicesAsync(session.ReferenceNumber, default).ToListAsync();
        listed.ShouldAllBe(invoice => invoice.Code == InvoiceStatusCode.Accepted);
        listed.ToDictionary(invoice => invoice.InvoiceFileName!, invoice => invoice.InvoiceHash)
            .ShouldBe(invoices.ToDictionary(invoice => invoice.Key, invoice => Convert.ToBase64String(SHA256.HashData(invoice.Value))), ignoreOrder: true);
    }

    [Fact]
    public async Task Close_PartMissing_IsRefused()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        var (package, encryption, _) = await PackAsync(client, CompressionType.Zip, new() { ["a.xml"] = ksef.Invoice("FV/1") });
        var session = await client.Batch.OpenAsync(SimulatedKsef.Fa3, package, encryption, offlineMode: false, default);

        (await Should.ThrowAsync<KsefApiException>(() => client.Batch.CloseAsync(session.ReferenceNumber, default)))
            .Has(KsefErrorCode.PartNotUploaded).ShouldBeTrue();
    }

    [Fact]
    public async Task Submit_OneInvoiceIsNoInvoice_OthersAreAcceptedAndItIsListedAsFailed()
    {
        await using var ksef = await SimulatedKsef.StartAsync();
        var client = ksef.Client(_credential);
        var (package, encryption, parts) = await PackAsync(client, CompressionType.Zip, new() { ["good.xml"] = ksef.Invoice("FV/1"), ["bad.xml"] = "<Faktura/>"u8.ToArray() });

        var session = await client.Batch.OpenAsync(SimulatedKsef.Fa3, package, encryption, offlineMode: false, default);
        await client.Batch.UploadPartsAsync(session.Parts, (part, _) => Task.FromResult<Stream>(new MemoryStream(parts[part.OrdinalNumber - 1])), 2, default);
        await client.Batch.CloseAsync(session.ReferenceNumber, default);
        var status = await client.FinishedAsync(session.ReferenceNumber);

        status.Code.ShouldBe(SessionStatusCode.Succeeded);
        (status.SuccessfulInvoiceCount, status.FailedInvoiceCount).ShouldBe((1, 1));
        var failed = (await client.Sessions.GetFailedInvoicesAsync(session.ReferenceNumber, default).ToListAsync()).ShouldHaveSingleItem();
        failed.InvoiceFileName.ShouldBe("bad.xml");
        failed.KsefNumber.ShouldBeNull();
    }

    public void Dispose() => _credential.Certificate.Dispose();

    private static async Task<(BatchPackage Package, SessionEncryption Encryption, List<byte[]> Parts)> PackAsync(
        KsefContext client,
        CompressionType compression,
        Dictionary<string, byte[]> invoices)
    {
        using var key = await client.NewKeyAsync();
        List<MemoryStream> parts = [];
        await using var writer = new BatchPackageWriter(key, compression, new BatchPackageLimits { MaxPartSize = 1_000 }, (_, _) =>
        {
            parts.Add(new MemoryStream());
            return Task.FromResult<Stream>(parts[^1]);
        });
        foreach (var (name, content) in invoices)
        {
            await writer.AddAsync(name, new MemoryStream(content), default);
        }

        var package = await writer.CompleteAsync(default);
        return (package, key.Encryption, [.. parts.Select(part => part.ToArray())]);
    }
}
