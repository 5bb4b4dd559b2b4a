using System.Net;
using System.Net.Http.Json;
using System.Text;
using LocalHost.Functions;
using LocalHost.Hosting;
using LocalHost.Triggers.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Triggers;

public sealed class HttpTriggerTests : IAsyncLifetime, IDisposable
{
    private const string Key = "the-key";

    private readonly HttpClient _client = new();
    private WebApplication? _web;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddMvcCore();
        builder.Services
            .AddSingleton(FunctionCatalogue.Discover([typeof(Functions)]))
            .AddSingleton<FunctionInvoker>()
            .AddSingleton(new HostJson())
            .AddSingleton(new FunctionKey(Key));
        _web = builder.Build();
        _web.MapHttpTriggers();
        await _web.StartAsync();
        _client.BaseAddress = new Uri(_web.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public async Task DisposeAsync() => await _web!.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Get_NoKey_IsUnauthorized() => (await _client.GetAsync("/api/files/7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("/api/files/7?code=wrong", null)]
    [InlineData("/api/files/7", "wrong")]
    [InlineData("/api/files/7?code=", "")]
    public async Task Get_WrongKey_IsUnauthorized(string address, string? header) => (await GetAsync(address, header)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("/api/files/7?code=the-key&verbose=true", null)]
    [InlineData("/api/files/7?verbose=true", "the-key")]
    public async Task Get_RightKey_BindsRouteAndQuery(string address, string? header)
    {
        HttpResponseMessage response = await GetAsync(address, header);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("file 7 verbose True at /api/files/7");
    }

    [Fact]
    public async Task Get_Anonymous_NeedsNoKey() => (await _client.GetStringAsync("/api/Health")).ShouldBe("{\"ok\":true}");

    [Fact]
    public async Task Get_ValueOfAnotherType_IsABadRequest() => (await GetAsync("/api/files/seven", Key)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Post_MethodThatTheTriggerDoesNotTake_IsNotAllowed() =>
        (await _client.PostAsync("/api/files/7?code=the-key", null)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

    [Fact]
    public async Task Post_JsonBody_IsBound() =>
        (await (await _client.PostAsJsonAsync($"/api/decisions?code={Key}", new { by = "Anna" })).Content.ReadAsStringAsync()).ShouldBe("Anna");

    [Fact]
    public async Task Post_BrokenBody_IsABadRequest()
    {
        using var broken = new StringContent("{\"by\":", Encoding.UTF8, "application/json");

        (await _client.PostAsync($"/api/decisions?code={Key}", broken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Get_ActionResult_IsExecuted() => (await GetAsync("/api/gone", Key)).StatusCode.ShouldBe(HttpStatusCode.Gone);

    private async Task<HttpResponseMessage> GetAsync(string address, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }

        return await _client.SendAsync(request);
    }

    private sealed record Decision(string By);

    private sealed class Functions
    {
        [Function("GetFile")]
        public static IResult GetFile(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{id}")] HttpRequest request, int id, FunctionContext context, bool verbose = false) =>
            Results.Text($"file {id} verbose {verbose} at {(context.GetHttpContext() == request.HttpContext ? request.Path : "?")}");

        [Function("Health")]
        public static object Health([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new { Ok = request.Method == "GET" };

        [Function("Decide")]
        public static Task<IResult> DecideAsync(
            [HttpTrigger(AuthorizationLevel.Function, "post", Route = "decisions")] HttpRequest request, [Microsoft.Azure.Functions.Worker.Http.FromBody] Decision decision) =>
            Task.FromResult(Results.Text(request.HasFormContentType ? string.Empty : decision.By));

        [Function("Gone")]
        public static Task<IActionResult> GoneAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "gone")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new StatusCodeResult(request.Method == "GET" ? 410 : 500));
    }
}
