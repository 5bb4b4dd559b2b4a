using System.Net;
using System.Reflection;
using KsefFunctions.Sweep;
using KsefFunctions.Watch;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Tests.Api;

/// <summary>What the Functions host does for the app: loads its functions, keeps its keys, runs its timers.</summary>
[Collection(SharedAppTests.Name)]
public sealed class HostTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    [Fact]
    public void Host_Started_HasLoadedEveryFunctionOfTheApp() =>
        _app.App.Functions.ShouldBe(AppFunctions.All.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name), ignoreOrder: true);

    [Fact]
    public async Task Health_WithoutKey_IsOpen()
    {
        using var stranger = new HttpClient { BaseAddress = _app.Http.BaseAddress };

        (await stranger.GetAsync("health")).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
        (await stranger.GetStringAsync("health")).ShouldContain("status");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Timer_AskedForWithoutTheKey_DoesNotRun(string? key)
    {
        using var stranger = new HttpClient { BaseAddress = _app.App.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{nameof(SweepTimer)}");
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        (await stranger.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Timer_AskedForWithTheKey_Runs()
    {
        var before = TimeProvider.System.GetUtcNow();

        var answer = await _app.Http.PostAsync(new Uri(_app.App.Address, $"admin/functions/{nameof(SweepTimer)}"), content: null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await _app.Reports.ReadAsync(WatchNames.Sweep, CancellationToken.None)).ShouldNotBeNull().At.ShouldBeGreaterThanOrEqualTo(before);
    }
}
