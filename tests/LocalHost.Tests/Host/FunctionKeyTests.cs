using LocalHost.Host.Http;
using Microsoft.AspNetCore.Http;

namespace LocalHost.Tests.Host;

public sealed class FunctionKeyTests
{
    private readonly FunctionKey _key = new("the-key");

    [Theory]
    [InlineData("the-key", null)]
    [InlineData(null, "the-key")]
    [InlineData("wrong", "the-key")]
    public void Opens_KeyInHeaderOrQuery_IsTrue(string? header, string? code) => _key.Opens(Request(header, code)).ShouldBeTrue();

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("the-kez", null)]
    [InlineData("the-key-and-more", null)]
    [InlineData(null, "the-ke")]
    [InlineData(null, "THE-KEY")]
    public void Opens_NoKeyOrAnotherOne_IsFalse(string? header, string? code) => _key.Opens(Request(header, code)).ShouldBeFalse();

    [Theory]
    [InlineData("the-key", StatusCodes.Status204NoContent)]
    [InlineData("wrong", StatusCodes.Status401Unauthorized)]
    public async Task Guard_Request_PassesWithTheKeyOnly(string header, int expected)
    {
        HttpRequest request = Request(header, code: null);

        await _key.Guard(context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        })(request.HttpContext);

        request.HttpContext.Response.StatusCode.ShouldBe(expected);
    }

    private static HttpRequest Request(string? header, string? code)
    {
        HttpRequest request = new DefaultHttpContext().Request;
        request.Headers["x-functions-key"] = header;
        request.QueryString = code is null ? QueryString.Empty : QueryString.Create("code", code);
        return request;
    }
}
