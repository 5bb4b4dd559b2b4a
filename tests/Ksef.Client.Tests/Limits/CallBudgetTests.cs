using System.Net;

namespace Ksef.Client.Tests;

/// <summary>Each call in the name of a context is reserved before it is made, and a 429 is told to the budget.</summary>
public sealed class CallBudgetTests
{
    private const string Call = "GET limits/context";
    private const string Reserved = $"reserve Nip:5265877635 {Call}";

    private readonly ScriptedBudget _budget = new();

    [Fact]
    public async Task Call_InTheNameOfAContext_IsReservedAndTheLoginIsNot()
    {
        await using var client = Client();
        client.Ksef.On(Call, _ => Answers.Json("{}"));

        await client.Context.Limits.GetAsync(default);

        client.Ksef.Requests.Count.ShouldBeGreaterThan(1);
        _budget.Asked.ShouldBe([Reserved]);
    }

    [Fact]
    public async Task Call_BudgetHoldsItBack_IsNotMadeAndNotToldAsA429()
    {
        await using var client = Client();
        _budget.Refusal = operation => KsefRateLimitException.HeldBack(operation, TimeSpan.FromSeconds(90));

        var held = await Should.ThrowAsync<KsefRateLimitException>(() => client.Context.Limits.GetAsync(default));

        held.IsHeldBack.ShouldBeTrue();
        held.Operation.ShouldBe(Call);
        held.RetryAfter.ShouldBe(TimeSpan.FromSeconds(90));
        client.Ksef.Count(Call).ShouldBe(0);
        _budget.Asked.ShouldBe([Reserved]);
    }

    [Fact]
    public async Task Call_BudgetFails_IsNotMadeUncounted()
    {
        await using var client = Client();
        _budget.Refusal = _ => new IOException("The storage is away.");

        await Should.ThrowAsync<IOException>(() => client.Context.Limits.GetAsync(default));

        client.Ksef.Count(Call).ShouldBe(0);
    }

    [Fact]
    public async Task Call_KsefAnswers429_BlocksTheGroupForThatTime()
    {
        await using var client = Client();
        client.Ksef.On(Call, _ => Answers.TooManyRequests("{}", "2680"));

        var limit = await Should.ThrowAsync<KsefRateLimitException>(() => client.Context.Limits.GetAsync(default));

        limit.IsHeldBack.ShouldBeFalse();
        _budget.Asked.ShouldBe([Reserved, $"block Nip:5265877635 {Call} 2680"]);
    }

    [Fact]
    public async Task Call_FailsBriefly_TheRetryIsReservedToo()
    {
        await using var client = Client();
        client.Ksef.On(Call, () => Answers.Html(HttpStatusCode.BadGateway), () => Answers.Json("{}"));

        await client.Context.Limits.GetAsync(default);

        client.Ksef.Count(Call).ShouldBe(2);
        _budget.Asked.ShouldBe([Reserved, Reserved]);
    }

    [Fact]
    public async Task Call_TokenRefused_TheSecondTryIsReservedToo()
    {
        await using var client = Client();
        client.Ksef.On(Call, () => Answers.Unauthorized(), () => Answers.Json("{}"));

        await client.Context.Limits.GetAsync(default);

        _budget.Asked.ShouldBe([Reserved, Reserved]);
    }

    [Fact]
    public async Task ReadDue_ContextIsDue_LimitsGoToTheBudget()
    {
        await using var client = Client();
        client.Ksef.On("GET rate-limits", _ => Answers.Json("""{"invoiceSend":{"perSecond":10,"perMinute":30,"perHour":777}}"""));
        _budget.Due = [client.Context.Identifier];

        await client.LimitReader.ReadDueAsync(default);

        _budget.Asked.ShouldBe(["reserve Nip:5265877635 GET rate-limits", "learn Nip:5265877635 777"]);
    }

    [Fact]
    public async Task ReadDue_MustWait_StaysDue()
    {
        await using var client = Client();
        client.Ksef.On("GET rate-limits", _ => Answers.TooManyRequests("{}", "5"));
        _budget.Due = [client.Context.Identifier];

        await client.LimitReader.ReadDueAsync(default);

        _budget.Asked.ShouldNotContain(asked => asked.StartsWith("learn", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SessionOperation.OpenOnline, "onlineSession")]
    [InlineData(SessionOperation.Send, "invoiceSend")]
    [InlineData(SessionOperation.CloseOnline, "onlineSession")]
    [InlineData(SessionOperation.OpenBatch, "batchSession")]
    [InlineData(SessionOperation.CloseBatch, "batchSession")]
    [InlineData(SessionOperation.Status, "sessionMisc")]
    [InlineData(SessionOperation.Invoices, "sessionInvoiceList")]
    [InlineData("GET rate-limits", "other")]
    public void GroupOf_PublishedLimits_IsKsefsGroup(string operation, string group) => RateLimits.Published.GroupOf(operation).ShouldBe(group);

    [Fact]
    public void GroupOf_ClosingHasLimitsOfItsOwn_CountsThere()
    {
        var limits = new RateLimits(new Dictionary<string, RateLimit> { ["onlineSession"] = new(), ["onlineSessionClose"] = new() });

        limits.GroupOf(SessionOperation.CloseOnline).ShouldBe("onlineSessionClose");
    }

    private TestClient Client() => new(budget: _budget);
}
