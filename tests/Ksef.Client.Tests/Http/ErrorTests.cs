using System.Net;

namespace Ksef.Client.Tests;

public sealed class ErrorTests
{
    private const string Status = "GET sessions/20250625-SO-2C3E6C8000-B675CF5D68-07";
    private const string Close = "POST sessions/online/20250625-SO-2C3E6C8000-B675CF5D68-07/close";

    [Fact]
    public async Task Call_ProblemDetails_BecomeErrorsWithCodes()
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Problem("""
            {"title":"Bad Request","status":400,"detail":"d","traceId":"673843e0","errors":[
              {"code":21405,"description":"Błąd walidacji danych wejściowych.","details":["Pole X"],"extra":true},
              {"code":21173,"description":"Brak sesji.","details":null}]}
            """));

        var exception = await Refused(client);

        exception.Status.ShouldBe(HttpStatusCode.BadRequest);
        exception.Errors.Select(error => error.Code).ShouldBe([21405, 21173]);
        exception.Errors[0].Details.ShouldBe(["Pole X"]);
        exception.Errors[1].Details.ShouldBeEmpty();
        exception.Has(KsefErrorCode.SessionNotFound).ShouldBeTrue();
        exception.Has(21470).ShouldBeFalse();
        exception.TraceId.ShouldBe("673843e0");
        exception.Message.ShouldContain("21405 Błąd walidacji danych wejściowych.");
        exception.Message.ShouldNotContain("Pole X");
        client.Ksef.Last(Status).Header("X-Error-Format").ShouldBe("problem-details");
    }

    [Fact]
    public async Task Call_LegacyError_BecomesErrorsWithCodes()
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Json(
            """{"exception":{"exceptionDetailList":[{"exceptionCode":21173,"exceptionDescription":"Brak sesji.","details":["x"]}],"serviceCode":"00-c02c"}}""",
            HttpStatusCode.BadRequest));

        var exception = await Refused(client);

        exception.Errors.ShouldHaveSingleItem().Code.ShouldBe(21173);
        exception.TraceId.ShouldBe("00-c02c");
    }

    [Theory]
    [InlineData("\"missing-permissions\"", "missing-permissions")]
    [InlineData("null", null)]
    public async Task Call_Forbidden_CarriesTheReasonIfThereIsOne(string json, string? reason)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Problem($$"""{"title":"Forbidden","status":403,"detail":"d","reasonCode":{{json}},"security":{"presentPermissions":[]} }""", HttpStatusCode.Forbidden));

        var exception = await Refused(client);

        exception.Status.ShouldBe(HttpStatusCode.Forbidden);
        exception.ReasonCode.ShouldBe(reason);
        exception.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Call_Gone_IsARefusal()
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Problem("""{"title":"Gone","status":410,"detail":"d"}""", HttpStatusCode.Gone));

        (await Refused(client)).Status.ShouldBe(HttpStatusCode.Gone);
        client.Ksef.Count(Status).ShouldBe(1);
    }

    [Theory]
    [InlineData("2680", "{}", 2680)]
    [InlineData("0", "{}", 0)]
    [InlineData(null, """{"status":{"code":429,"description":"Too Many Requests","details":["Przekroczono limit 20 żądań na minutę. Spróbuj ponownie po 30 sekundach."]}}""", 30)]
    [InlineData(null, """{"detail":"Przekroczono limit. Spróbuj ponownie po 2 minutach."}""", 120)]
    [InlineData(null, "not JSON", 60)]
    [InlineData("soon", "{}", 60)]
    public async Task Call_TooManyRequests_TellsHowLongToWait(string? header, string body, int seconds)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.TooManyRequests(body, header));

        var exception = await Should.ThrowAsync<KsefRateLimitException>(() => Ask(client));

        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        client.Ksef.Count(Status).ShouldBe(1, "calling again lengthens the penalty");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_RetryAfterAsDate_IsMeasuredByTheServersClockIfItShowsIt(bool showsClock)
    {
        await using var client = new TestClient();
        var serverTime = client.Time.GetUtcNow() + (showsClock ? TimeSpan.FromHours(1) : TimeSpan.Zero);
        client.Ksef.On(Status, _ =>
        {
            var answer = Answers.TooManyRequests("{}", (serverTime + TimeSpan.FromSeconds(90)).ToString("R"));
            answer.Headers.Date = showsClock ? serverTime : null;
            return answer;
        });

        (await Should.ThrowAsync<KsefRateLimitException>(() => Ask(client))).RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Read_BriefFailure_IsTriedOnceMore(HttpStatusCode status)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, () => Answers.Html(status), () => Answers.Json("""{"status":{"code":100,"description":"ok"}}"""));

        (await Ask(client)).Code.ShouldBe(SessionStatusCode.Open);

        client.Ksef.Count(Status).ShouldBe(2);
    }

    [Fact]
    public async Task Read_FailsTwice_ThrowsUnavailable()
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => throw new HttpRequestException("refused"));

        await Should.ThrowAsync<KsefUnavailableException>(() => Ask(client));

        client.Ksef.Count(Status).ShouldBe(2);
    }

    [Fact]
    public async Task Read_UnavailableWithRetryAfter_IsNotTriedAgainAndTellsHowLongToWait()
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ =>
        {
            var answer = Answers.Html(HttpStatusCode.ServiceUnavailable);
            answer.Headers.TryAddWithoutValidation("Retry-After", "120");
            return answer;
        });

        (await Should.ThrowAsync<KsefUnavailableException>(() => Ask(client))).RetryAfter.ShouldBe(TimeSpan.FromMinutes(2));

        client.Ksef.Count(Status).ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Call_PageOfTheGateway_IsUnavailableAndNotTriedAgain(HttpStatusCode status)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Html(status));

        var exception = await Should.ThrowAsync<KsefUnavailableException>(() => Ask(client));

        exception.Status.ShouldBe(status);
        client.Ksef.Count(Status).ShouldBe(1);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task Call_BodyThatCannotBeRead_IsUnavailable(string body)
    {
        await using var client = new TestClient();
        client.Ksef.On(Status, _ => Answers.Json(body));

        (await Should.ThrowAsync<KsefUnavailableException>(() => Ask(client))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Close_Fails_IsSentOnce()
    {
        await using var client = new TestClient();
        client.Ksef.On(Close, _ => Answers.Json("{}", HttpStatusCode.InternalServerError));

        await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.Online.CloseAsync(TestClient.Session, default));

        client.Ksef.Count(Close).ShouldBe(1);
    }

    [Fact]
    public async Task Call_NoAnswerInTime_IsUnavailable()
    {
        await using var client = new TestClient(options => options.CallTimeout = TimeSpan.FromSeconds(60));
        await client.Context.AuthenticateAsync(default);
        var arrived = new TaskCompletionSource();
        client.Ksef.On(Status, async (_, cancellationToken) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("unreachable");
        });

        var call = Ask(client);
        await arrived.Task;
        client.Time.Advance(TimeSpan.FromSeconds(60));

        (await Should.ThrowAsync<KsefUnavailableException>(() => call)).Message.ShouldContain("60 s");
        client.Ksef.Count(Status).ShouldBe(1, "a call that took its whole time is not tried again at once");
    }

    [Fact]
    public async Task Call_CancelledByTheCaller_IsCancelled()
    {
        await using var client = new TestClient();
        await client.Context.AuthenticateAsync(default);
        using var cancellation = new CancellationTokenSource();
        client.Ksef.On(Status, async (_, cancellationToken) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("unreachable");
        });

        await Should.ThrowAsync<OperationCanceledException>(() => client.Context.Sessions.GetAsync(TestClient.Session, cancellation.Token));
    }

    [Fact]
    public async Task Call_NumberMissing_SendsNothing()
    {
        await using var client = new TestClient();

        await Should.ThrowAsync<ArgumentException>(() => client.Context.Sessions.GetAsync(default, default));

        client.Ksef.Requests.ShouldBeEmpty();
    }

    private static Task<SessionStatus> Ask(TestClient client) => client.Context.Sessions.GetAsync(TestClient.Session, default);

    private static Task<KsefApiException> Refused(TestClient client) => Should.ThrowAsync<KsefApiException>(() => Ask(client));
}
