namespace Ksef.Client.Tests;

/// <summary>Alone, because the memory measured is that of the whole process.</summary>
[Collection(nameof(BatchPackageMemoryTests))]
[CollectionDefinition(nameof(BatchPackageMemoryTests), DisableParallelization = true)]
public sealed class BatchPackageMemoryTests
{
    [Theory]
    [InlineData(CompressionType.Zip)]
    [InlineData(CompressionType.TarGz)]
    public async Task Write_LargePackage_MemoryDoesNotGrowWithIt(CompressionType compression)
    {
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);
        await using var writer = new BatchPackageWriter(key, compression, new BatchPackageLimits { MaxPartSize = 4_000_000 }, (_, _) => Task.FromResult(Stream.Null));
        var invoice = new byte[500_000];
        new Random(1).NextBytes(invoice);
        await writer.AddAsync("first.xml", new MemoryStream(invoice), default);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var index = 0; index < 50; index++)
        {
            await writer.AddAsync($"{index}.xml", new MemoryStream(invoice), default);
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(2_000_000);
        var package = await writer.CompleteAsync(default);
        package.FileSize.ShouldBeGreaterThan(25_000_000, "random content does not compress");
        package.Parts.Count.ShouldBe(7);
    }

    [Theory]
    [InlineData(CompressionType.Zip)]
    [InlineData(CompressionType.TarGz)]
    public async Task Write_ManyInvoices_OnlyTheirPlacesInTheDirectoryAreKept(CompressionType compression)
    {
        const int placeInTheDirectory = 500;
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);
        await using var writer = new BatchPackageWriter(key, compression, new BatchPackageLimits(), (_, _) => Task.FromResult(Stream.Null));
        var invoice = new byte[3_000];
        await writer.AddAsync("first.xml", new MemoryStream(invoice), default);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var index = 1; index < 10_000; index++)
        {
            await writer.AddAsync($"{index}.xml", new MemoryStream(invoice), default);
        }

        ((GC.GetTotalMemory(forceFullCollection: true) - before) / 10_000).ShouldBeLessThan(placeInTheDirectory);
        await writer.CompleteAsync(default);
    }
}
