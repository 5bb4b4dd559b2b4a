using System.Net;
using System.Text;

namespace Ksef.Client.Tests;

public sealed class DownloadTests
{
    private const string ByNumber = "GET sessions/20250625-SO-2C3E6C8000-B675CF5D68-07/invoices/ksef/5265877635-20250626-010080DD2B5E-26/upo";
    private static readonly byte[] Document = Encoding.UTF8.GetBytes("<Potwierdzenie>ą</Potwierdzenie>");

    public static TheoryData<string, Func<KsefContext, Task<DownloadedDocument>>> Downloads { get; } = new()
    {
        { ByNumber, context => context.Sessions.GetInvoiceUpoAsync(TestClient.Session, TestClient.Number, default) },
        {
            "GET sessions/20250625-SO-2C3E6C8000-B675CF5D68-07/invoices/20250625-EE-319D7EE000-B67F415CDC-2C/upo",
            context => context.Sessions.GetInvoiceUpoAsync(TestClient.Session, TestClient.Invoice, default)
        },
        {
            "GET sessions/20250625-SO-2C3E6C8000-B675CF5D68-07/upo/20250625-EE-319D7EE000-B67F415CDC-2C",
            context => context.Sessions.GetUpoPageAsync(TestClient.Session, TestClient.Invoice, default)
        },
        { "GET invoices/ksef/5265877635-20250626-010080DD2B5E-26", context => context.Invoices.GetAsync(TestClient.Number, default) },
        { "GET /upo", context => context.Sessions.DownloadUpoAsync(new Uri("https://storage.test/upo?sig=abc"), default) },
    };

    [Theory]
    [MemberData(nameof(Downloads))]
    public async Task Download_RightHash_GivesTheBytes(string route, Func<KsefContext, Task<DownloadedDocument>> download)
    {
        await using var client = new TestClient();
        client.Ksef.On(route, _ => Answers.Document(Document));

        var document = await download(client.Context);

        document.Content.ToArray().ShouldBe(Document);
        document.Sha256.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Downloads))]
    public async Task Download_WrongHash_IsNotTrusted(string route, Func<KsefContext, Task<DownloadedDocument>> download)
    {
        await using var client = new TestClient();
        client.Ksef.On(route, _ => Answers.Document(Document, "AAAA"));

        await Should.ThrowAsync<KsefIntegrityException>(() => download(client.Context));
    }

    [Theory]
    [MemberData(nameof(Downloads))]
    public async Task Download_PageOfTheGateway_IsUnavailable(string route, Func<KsefContext, Task<DownloadedDocument>> download)
    {
        await using var client = new TestClient();
        client.Ksef.On(route, _ => Answers.Html(HttpStatusCode.OK));

        await Should.ThrowAsync<KsefUnavailableException>(() => download(client.Context));
    }

    [Fact]
    public async Task Download_NoHashAnnounced_IsTaken()
    {
        await using var client = new TestClient();
        client.Ksef.On(ByNumber, _ => Answers.Document(Document, string.Empty));

        (await client.Context.Sessions.GetInvoiceUpoAsync(TestClient.Session, TestClient.Number, default)).Sha256.ShouldBeNull();
    }

    [Fact]
    public async Task DownloadUpo_Link_GetsNoTokenAndNoHeadersOfTheApi()
    {
        await using var client = new TestClient();
        client.Ksef.On("GET /upo", _ => Answers.Document(Document));

        await client.Context.Sessions.DownloadUpoAsync(new Uri("https://storage.test/upo?sig=abc"), default);

        var request = client.Ksef.Requests.ShouldHaveSingleItem("nobody had to log in");
        request.Address.ToString().ShouldBe("https://storage.test/upo?sig=abc");
        request.Headers.ShouldBeEmpty();
    }

    [Fact]
    public async Task DownloadUpo_LinkExpired_IsARefusalThatDoesNotShowTheLink()
    {
        await using var client = new TestClient();
        client.Ksef.On("GET /upo", _ =>
        {
            var answer = Answers.Document("<Error/>"u8.ToArray(), string.Empty);
            answer.StatusCode = HttpStatusCode.Forbidden;
            answer.Headers.Add("x-ms-error-code", "AuthenticationFailed");
            return answer;
        });

        var exception = await Should.ThrowAsync<KsefApiException>(() => client.Context.Sessions.DownloadUpoAsync(new Uri("https://storage.test/upo?sig=abc"), default));

        exception.Errors.ShouldHaveSingleItem().Description.ShouldBe("AuthenticationFailed");
        exception.ToString().ShouldNotContain("sig=abc");
    }

    [Fact]
    public async Task GetInvoiceUpo_NotThere_IsARefusalWithItsCode()
    {
        await using var client = new TestClient();
        client.Ksef.On(ByNumber, _ => Answers.Refusal(KsefErrorCode.UpoNotFound));

        (await Should.ThrowAsync<KsefApiException>(() => client.Context.Sessions.GetInvoiceUpoAsync(TestClient.Session, TestClient.Number, default)))
            .Has(KsefErrorCode.UpoNotFound).ShouldBeTrue();
    }
}
