using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.Sessions;

public sealed class BatchSessionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Package_OfValidInvoices_EndsWith200(int parts)
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(20)) with { Parts = parts };

        var session = await package.SendAsync();

        var status = await session.FinalAsync();
        status["status"]!["code"]!.GetValue<int>().ShouldBe(200, status.ToJsonString());
        status["successfulInvoiceCount"]!.GetValue<int>().ShouldBe(20);
        status["failedInvoiceCount"]!.GetValue<int>().ShouldBe(0);
        var listed = await session.InvoicesAsync("?pageSize=20");
        listed.Count.ShouldBe(20);
        listed.ShouldAllBe(invoice => invoice!["invoiceFileName"]!.GetValue<string>().EndsWith(".xml") && invoice["ksefNumber"] != null);
    }

    [Fact]
    public async Task Package_TarGz_EndsWith200()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), TarGz(5)) with { CompressionType = "TarGz" };

        (await (await package.SendAsync()).FinalAsync())["successfulInvoiceCount"]!.GetValue<int>().ShouldBe(5);
    }

    [Fact]
    public async Task Package_OneBadAmongGood_EndsWith200AndListsItAsFailed()
    {
        await using var ksef = await TestKsef.StartAsync();
        var archive = SampleArchive.Zip([("good.xml", TestInvoice.Valid()), ("bad.xml", "<a/>"u8.ToArray()), ("foreign.xml", TestInvoice.Valid(TestKsef.OtherNip))]);
        var session = await (await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), archive)).SendAsync();

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);

        (await session.InvoicesAsync("/failed")).Select(invoice => (invoice!["invoiceFileName"]!.GetValue<string>(), invoice["status"]!["code"]!.GetValue<int>()))
            .ShouldBe([("bad.xml", 450), ("foreign.xml", 410)]);
    }

    [Fact]
    public async Task Package_PartTamperedOnTheWay_EndsWith405()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(2));

        var session = await package.SendAsync(tamper: (_, part) => [.. part[..^1], (byte)(part[^1] ^ 1)]);

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(405);
    }

    [Fact]
    public async Task Package_HashOfTheWholeIsWrong_EndsWith405()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(2));

        var session = await package.SendAsync(body => body["batchFile"]!["fileHash"] = TestKsef.Sha256([1]));

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(405);
    }

    [Fact]
    public async Task Package_KeyThatDoesNotUnwrap_EndsWith415()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(2));
        package = package with { Key = package.Key with { Wrapped = RandomNumberGenerator.GetBytes(256) } };

        (await (await package.SendAsync()).FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(415);
    }

    [Fact]
    public async Task Package_EncryptedWithAnotherKey_EndsWith435()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(2));
        package = package with { Key = package.Key with { Key = RandomNumberGenerator.GetBytes(32) } };

        (await (await package.SendAsync()).FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBeOneOf(435, 405);
    }

    [Fact]
    public async Task Package_NotAnArchive_EndsWith430()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), RandomNumberGenerator.GetBytes(5000));

        (await (await package.SendAsync()).FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(430);
    }

    [Fact]
    public async Task Package_Empty_EndsWith440()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), SampleArchive.Zip([]));

        (await (await package.SendAsync()).FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(440);
    }

    [Fact]
    public async Task Close_WithoutAllParts_Refused21205()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(4)) with { Parts = 2 };
        var (session, uploads) = await package.OpenAsync();
        await package.UploadAsync(uploads[0]!, package.Encrypted[0]);

        var reply = await session.CloseAsync("batch");

        (reply.Code, reply.Detail).ShouldBe((21205, "Nie przesłano zadeklarowanej '2' części pliku."));
    }

    [Fact]
    public async Task Close_PartOfAnotherSize_Refused21157()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(2));
        var (session, uploads) = await package.OpenAsync();
        await package.UploadAsync(uploads[0]!, [1, 2, 3]);

        (await session.CloseAsync("batch")).Code.ShouldBe(21157);
    }

    [Fact]
    public async Task Upload_WithBearerForgedLinkOrAfterTheWindow_Refused()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(1));
        var (_, uploads) = await package.OpenAsync();
        var upload = uploads[0]!.DeepClone();
        upload["url"] = upload["url"]!.GetValue<string>()[..^1] + "x";

        (await package.UploadAsync(upload, package.Encrypted[0])).Status.ShouldBe(HttpStatusCode.Forbidden);
        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(21));
        (await package.UploadAsync(uploads[0]!, package.Encrypted[0])).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Session_NotClosedInTwelveHours_IsCancelledThoughAllPartsAreThere()
    {
        await using var ksef = await TestKsef.StartAsync();
        var package = await TestPackage.CreateAsync(ksef, await ksef.LoginAsync(), Zip(1));
        var (session, uploads) = await package.OpenAsync();
        await package.UploadAsync(uploads[0]!, package.Encrypted[0]);

        ksef.Server.Clock.Advance(TimeSpan.FromHours(12));

        var later = session with { Token = await ksef.LoginAsync() };
        var status = (await later.StatusAsync())["status"]!;
        (status["code"]!.GetValue<int>(), status["details"]![0]!.GetValue<string>()).ShouldBe((440, "Przekroczono czas wysyłki"));
        (await later.CloseAsync("batch")).Code.ShouldBe(21208);
    }

    [Fact]
    public async Task Open_OutOfLimits_Refused()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        var package = await TestPackage.CreateAsync(ksef, token, Zip(1));

        async Task<int> CodeAsync(Action<JsonObject> change)
        {
            var body = package.OpenBody(package.Encrypted);
            change(body);
            return (await ksef.PostAsync("sessions/batch", body, token)).Code;
        }

        (await CodeAsync(body => body["batchFile"]!["fileParts"]![0]!["fileSize"] = 100_000_017)).ShouldBe(21157);
        (await CodeAsync(body => body["batchFile"]!["fileParts"]![0]!["ordinalNumber"] = 2)).ShouldBe(21405);
        (await CodeAsync(body => body["batchFile"]!["fileSize"] = 5_000_000_001)).ShouldBe(21405);
        (await CodeAsync(body => body["formCode"]!["systemCode"] = "PEF (3)")).ShouldBe(21405);
        (await CodeAsync(body =>
        {
            var part = body["batchFile"]!["fileParts"]![0]!;
            body["batchFile"]!["fileParts"] = new JsonArray(Enumerable.Range(1, 51).Select(_ => part.DeepClone()).ToArray());
        })).ShouldBe(21161);
    }

    private static byte[] Zip(int count) => SampleArchive.Zip(Enumerable.Range(1, count).Select(index => ($"faktura {index}.xml", TestInvoice.Valid())));

    private static byte[] TarGz(int count)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            for (var index = 1; index <= count; index++)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"faktura-{index}.xml") { DataStream = new MemoryStream(TestInvoice.Valid()) });
            }
        }

        return stream.ToArray();
    }
}
