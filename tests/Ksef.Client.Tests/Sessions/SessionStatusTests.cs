using System.Text.Json;

namespace Ksef.Client.Tests;

public sealed class SessionStatusTests
{
    private const string Status = "GET sessions/20250625-SO-2C3E6C8000-B675CF5D68-07";
    private const string Invoices = Status + "/invoices";

    [Fact]
    public async Task Get_FinishedSession_ReadsCountsAndUpoPages()
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Json("""
            {"status":{"code":200,"description":"Sesja przetworzona","details":["x"]},"dateCreated":"2026-10-05T08:00:00Z","invoiceCount":3,
             "successfulInvoiceCount":2,"failedInvoiceCount":1,"somethingNew":{"a":[1]},
             "upo":{"pages":[{"referenceNumber":"20250918-EU-2EBD6FA000-242EB9B66D-43","downloadUrl":"https://storage.test/upo?sig=abc","downloadUrlExpirationDate":"2026-10-08T08:00:00Z"}]}}
            """));

        var session = await client.Context.Sessions.GetAsync(TestClient.Session, default);

        session.Code.ShouldBe(SessionStatusCode.Succeeded);
        session.Details.ShouldBe(["x"]);
        session.IsFinal.ShouldBeTrue();
        (session.InvoiceCount, session.SuccessfulInvoiceCount, session.FailedInvoiceCount).ShouldBe((3, 2, 1));
        var page = session.UpoPages.ShouldHaveSingleItem();
        page.ReferenceNumber.Value.ShouldBe("20250918-EU-2EBD6FA000-242EB9B66D-43");
        page.ToString().ShouldNotContain("sig=abc");
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(150, false)]
    [InlineData(170, false)]
    [InlineData(199, false)]
    [InlineData(440, true)]
    [InlineData(999, true)]
    public async Task Get_AnyCode_IsReadAndKnownToBeFinalOrNot(int code, bool final)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Json($$"""{"status":{"code":{{code}},"description":null,"details":null,"extensions":null},"upo":null}"""));

        var session = await client.Context.Sessions.GetAsync(TestClient.Session, default);

        ((int)session.Code).ShouldBe(code);
        session.IsFinal.ShouldBe(final);
        session.Description.ShouldBeEmpty();
        session.Details.ShouldBeEmpty();
        session.UpoPages.ShouldBeEmpty();
        session.SuccessfulInvoiceCount.ShouldBeNull();
    }

    [Fact]
    public async Task GetInvoices_SeveralPages_FollowsTheContinuationToken()
    {
        await using var client = new TestClient();
        client.Ksef.On(Invoices, request => Answers.Json(request.Header("x-continuation-token") switch
        {
            null => $$"""{"continuationToken":"two==","invoices":[{{Invoice(1)}},{{Invoice(2)}}]}""",
            "two==" => $$"""{"continuationToken":"three==","invoices":[]}""",
            "three==" => $$"""{"continuationToken":"","invoices":[{{Invoice(3)}}]}""",
            _ => throw new InvalidOperationException("another token"),
        }));

        var invoices = await client.Context.Sessions.GetInvoicesAsync(TestClient.Session, default).ToListAsync();

        invoices.Select(invoice => invoice.OrdinalNumber).ShouldBe([1, 2, 3]);
        client.Ksef.Count(Invoices).ShouldBe(3);
        client.Ksef.Last(Invoices).Address.Query.ShouldBe("?pageSize=1000");
    }

    [Fact]
    public async Task GetFailedInvoices_AsksForThoseOnly()
    {
        await using var client = new TestClient();
        client.Ksef.On(Invoices + "/failed", _ => Answers.Json($$"""{"invoices":[{{Invoice(1)}}]}"""));

        (await client.Context.Sessions.GetFailedInvoicesAsync(TestClient.Session, default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""["x"],"extensions":{"originalKsefNumber":"5265877635-20250626-010080DD2B5E-26","originalSessionReferenceNumber":"20250626-SO-2F14610000-242991F8C9-B4"}""", true)]
    [InlineData("""["Duplikat faktury o numerze KSeF: 5265877635-20250626-010080DD2B5E-26."]""", false)]
    public async Task GetInvoice_Duplicate_FindsTheOriginal(string details, bool namesSession)
    {
        await using var client = new TestClient();
        client.Ksef.On(Invoices + "/20250625-EE-319D7EE000-B67F415CDC-2C", _ => Answers.Json(
            $$"""{"ordinalNumber":1,"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C","invoiceHash":"aGFzaA==","ksefNumber":null,"status":{"code":440,"description":"Duplikat faktury","details":{{details}}} }"""));

        var invoice = await client.Context.Sessions.GetInvoiceAsync(TestClient.Session, TestClient.Invoice, default);

        invoice.Code.ShouldBe(InvoiceStatusCode.Duplicate);
        invoice.KsefNumber.ShouldBeNull();
        invoice.OriginalKsefNumber.ShouldBe(TestClient.Number);
        (invoice.OriginalSessionReferenceNumber is not null).ShouldBe(namesSession);
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[true]},"d":null,"a":2}""", "1")]
    [InlineData("[]", null)]
    [InlineData("null", null)]
    [InlineData("\"text\"", null)]
    public async Task GetInvoice_ExtensionsOfAnotherForm_AreKeptOrLeftOut(string extensions, string? a)
    {
        await using var client = new TestClient();
        client.Ksef.On(Invoices + "/20250625-EE-319D7EE000-B67F415CDC-2C", _ => Answers.Json(
            $$"""{"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C","status":{"code":440,"description":"x","extensions":{{extensions}}} }"""));

        var invoice = await client.Context.Sessions.GetInvoiceAsync(TestClient.Session, TestClient.Invoice, default);

        invoice.Status.Extensions.GetValueOrDefault("a").ShouldBe(a);
        var again = JsonSerializer.Deserialize<SessionInvoice>(JsonSerializer.Serialize(invoice))!;
        again.Status.Extensions.ShouldBe(invoice.Status.Extensions);
    }

    [Fact]
    public async Task GetInvoice_DuplicateOfUnknown_HasNoOriginal()
    {
        await using var client = new TestClient();
        client.Ksef.On(Invoices + "/20250625-EE-319D7EE000-B67F415CDC-2C", _ => Answers.Json(
            """{"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C","status":{"code":440,"description":"Duplikat faktury","details":["5265877635-20260626-010080DD2B5E-27"]}}"""));

        (await client.Context.Sessions.GetInvoiceAsync(TestClient.Session, TestClient.Invoice, default)).OriginalKsefNumber.ShouldBeNull();
    }

    [Fact]
    public async Task List_SendsTheFilterAndReadsAllPages()
    {
        await using var client = new TestClient();
        client.Ksef.On("GET sessions", request => Answers.Json(request.Header("x-continuation-token") is null
            ? """{"continuationToken":"next","sessions":[{"referenceNumber":"20250625-SO-2C3E6C8000-B675CF5D68-07","status":{"code":100,"description":"x"},"totalInvoiceCount":1}]}"""
            : """{"sessions":[{"referenceNumber":"20250626-SO-2F14610000-242991F8C9-B4","status":{"code":200,"description":"x"}}]}"""));
        var filter = new SessionFilter(SessionType.Online)
        {
            DateCreatedFrom = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(2)),
            Statuses = ["InProgress", "Succeeded"],
        };

        var sessions = await client.Context.Sessions.ListAsync(filter, default).ToListAsync();

        sessions.Select(session => session.Code).ShouldBe([SessionStatusCode.Open, SessionStatusCode.Succeeded]);
        client.Ksef.Last("GET sessions").Address.Query.ShouldBe(
            "?pageSize=100&sessionType=Online&dateCreatedFrom=2026-10-01T00%3A00%3A00.0000000%2B02%3A00&statuses=InProgress&statuses=Succeeded");
    }

    [Fact]
    public void Json_StatusesAndInvoices_SurviveARoundTrip()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var status = JsonSerializer.Deserialize<SessionStatus>("""{"status":{"code":777,"description":"x","details":["y"]},"invoiceCount":1}""", options)!;
        var invoice = JsonSerializer.Deserialize<SessionInvoice>($$"""{{Invoice(7)}}""", options)!;

        JsonSerializer.Deserialize<SessionStatus>(JsonSerializer.Serialize(status, options), options)!.Code.ShouldBe((SessionStatusCode)777);
        var again = JsonSerializer.Deserialize<SessionInvoice>(JsonSerializer.Serialize(invoice, options), options)!;
        again.KsefNumber.ShouldBe(TestClient.Number);
        again.ReferenceNumber.ShouldBe(TestClient.Invoice);
    }

    private static string Invoice(int ordinal) => $$"""
        {"ordinalNumber":{{ordinal}},"referenceNumber":"20250625-EE-319D7EE000-B67F415CDC-2C","invoiceHash":"aGFzaA==","ksefNumber":"5265877635-20250626-010080DD2B5E-26",
         "invoicingDate":"2026-10-05T08:00:00Z","invoicingMode":"Somehow","status":{"code":200,"description":"Sukces","somethingNew":1} }
        """;
}
