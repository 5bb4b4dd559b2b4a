using LocalHost.Host.Functions;
using LocalHost.Host.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace LocalHost.Tests.Host;

public sealed class HttpTriggersTests : IAsyncLifetime
{
    private readonly RecordingJobHost _jobHost = new();
    private WebApplication _app = null!;

    public Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHttpForwarder();
        _app = builder.Build();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData(null, null, "api/GetFile")]
    [InlineData("files/{id}", null, "api/files/{id}")]
    [InlineData("files/{id}", "v1", "v1/files/{id}")]
    [InlineData("files/{id}", "", "/files/{id}")]
    public void Map_Route_StandsBelowThePrefix(string? route, string? prefix, string expected) =>
        Map(Declare.Http("GetFile", "Anonymous", route), prefix).RoutePattern.RawText.ShouldBe(expected);

    [Fact]
    public void Map_Methods_AreTheDeclaredOnes() =>
        Map(Declare.Http("GetFile", "Anonymous", null, "get")).Metadata.GetMetadata<HttpMethodMetadata>().ShouldNotBeNull().HttpMethods.ShouldBe(["GET"]);

    [Fact]
    public void Map_NoMethods_TakesAny() =>
        Map(Declare.Http("GetFile", "Anonymous")).Metadata.GetMetadata<HttpMethodMetadata>().ShouldBeNull();

    [Theory]
    [InlineData("Anonymous", null, 200, 1)]
    [InlineData("Function", null, 401, 0)]
    [InlineData("Function", "wrong", 401, 0)]
    [InlineData("Function", "the-key", 200, 1)]
    [InlineData("Admin", null, 401, 0)]
    public async Task Request_Level_AsksForTheKey(string level, string? key, int status, int runs)
    {
        HttpContext context = await RequestAsync(Map(Declare.Http("GetFile", level)), key);

        context.Response.StatusCode.ShouldBe(status);
        _jobHost.Runs.Count.ShouldBe(runs);
    }

    [Fact]
    public async Task Request_RouteAndQuery_AreThereToBindTo()
    {
        await RequestAsync(Map(Declare.Http("GetFile", "Anonymous", "files/{id}")), "the-key");

        IReadOnlyDictionary<string, object> data = _jobHost.Runs.ShouldHaveSingleItem().Invocation.Data;
        data["id"].ShouldBe("7");
        data["code"].ShouldBe("the-key");
    }

    [Fact]
    public async Task Request_FunctionFails_Is500()
    {
        _jobHost.Run = () => Task.FromException(new FunctionInvocationException("failed"));

        HttpContext context = await RequestAsync(Map(Declare.Http("GetFile", "Anonymous")), key: null);

        context.Response.StatusCode.ShouldBe(StatusCodes.Status500InternalServerError);
    }

    private RouteEndpoint Map(DeclaredFunction function, string? prefix = null)
    {
        using var forwarder = new WorkerForwarder(_app.Services.GetRequiredService<IHttpForwarder>());
        new HttpTriggers(new ManualFunctions(_jobHost), forwarder, new FunctionKey("the-key")).Map(_app, [function], prefix);
        return ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Single();
    }

    private static async Task<HttpContext> RequestAsync(RouteEndpoint endpoint, string? key)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.RouteValues["id"] = "7";
        context.Request.QueryString = key is null ? QueryString.Empty : QueryString.Create("code", key);
        await endpoint.RequestDelegate!(context);
        return context;
    }
}
