using System.Reflection;
using LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Functions;

public sealed class FunctionInvokerTests
{
    [Fact]
    public async Task InvokeAsync_InstanceMethod_BindsEveryKindOfParameter()
    {
        using var stop = new CancellationTokenSource();

        object? result = await InvokeAsync("Everything", new Input("payload", new() { ["id"] = "17" }), stop.Token);

        Observed observed = result.ShouldBeOfType<Observed>();
        observed.ShouldBe(new Observed("payload", 17, "Everything", "fallback", stop.Token));
    }

    [Fact]
    public async Task InvokeAsync_TwoInvocations_EachHasItsOwnScope()
    {
        var services = new ServiceCollection().AddScoped<PerInvocation>().BuildServiceProvider();

        object? first = await InvokeAsync("Scoped", new Input("x", []), CancellationToken.None, services);
        object? second = await InvokeAsync("Scoped", new Input("x", []), CancellationToken.None, services);

        first.ShouldNotBeSameAs(second);
        first.ShouldBeOfType<PerInvocation>().IsDisposed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Nothing", null)]
    [InlineData("Plain", "x")]
    [InlineData("Task", "x")]
    [InlineData("ValueTask", "x")]
    [InlineData("PlainTask", null)]
    public async Task InvokeAsync_AnyShapeOfResult_ReturnsTheValue(string function, string? expected) =>
        (await InvokeAsync(function, new Input("x", []), CancellationToken.None)).ShouldBe(expected);

    [Fact]
    public async Task InvokeAsync_FunctionThrows_ThrowsTheFunctionsException() =>
        (await Should.ThrowAsync<TimeZoneNotFoundException>(InvokeAsync("Throws", new Input("x", []), CancellationToken.None))).Message.ShouldBe("x");

    [Fact]
    public async Task InvokeAsync_ParameterThatNoBindingGives_NamesIt() =>
        (await Should.ThrowAsync<FunctionDeclarationException>(InvokeAsync("Unbound", new Input("x", []), CancellationToken.None)))
            .Message.ShouldContain("'IServiceProvider services'");

    [Fact]
    public async Task InvokeAsync_TextThatIsNoNumber_Refuses() =>
        await Should.ThrowAsync<ParameterBindingException>(InvokeAsync("Everything", new Input("x", new() { ["id"] = "seventeen" }), CancellationToken.None));

    private static async Task<object?> InvokeAsync(string function, TriggerInput input, CancellationToken cancellationToken, ServiceProvider? services = null)
    {
        FunctionCatalogue.Discover([typeof(Some), typeof(WithScope)]).TryGet(function, out FunctionDescriptor? descriptor).ShouldBeTrue();
        services ??= new ServiceCollection().BuildServiceProvider();
        return await new FunctionInvoker(services.GetRequiredService<IServiceScopeFactory>()).InvokeAsync(descriptor!, input, cancellationToken);
    }

    private sealed record Observed(string Message, int Id, string Function, string Fallback, CancellationToken Token);

    private sealed class PerInvocation : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Input(string payload, Dictionary<string, object?> bindingData) : TriggerInput
    {
        public override IReadOnlyDictionary<string, object?> BindingData => bindingData;

        public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) => ValueTask.FromResult<object?>(payload);
    }

    private sealed class WithScope(PerInvocation service)
    {
        [Function("Scoped")]
        public object Run([QueueTrigger("q")] string message) => message.Length > 0 ? service : message;
    }

    private sealed class Some
    {
        [Function("Everything")]
        public static Observed Everything([QueueTrigger("q")] string message, int id, FunctionContext context, CancellationToken token, string fallback = "fallback") =>
            new(message, id, context.FunctionDefinition.Name, fallback, token);

        [Function("Nothing")]
        public static void Nothing([QueueTrigger("q")] string message) => message.ShouldNotBeNull();

        [Function("Plain")]
        public static string Plain([QueueTrigger("q")] string message) => message;

        [Function("Task")]
        public static async Task<string> TaskAsync([QueueTrigger("q")] string message)
        {
            await Task.Yield();
            return message;
        }

        [Function("ValueTask")]
        public static async ValueTask<string> ValueTaskAsync([QueueTrigger("q")] string message)
        {
            await Task.Yield();
            return message;
        }

        [Function("PlainTask")]
        public static async Task PlainTaskAsync([QueueTrigger("q")] string message) => await Task.FromResult(message);

        [Function("Throws")]
        public static Task ThrowsAsync([QueueTrigger("q")] string message) => throw new TimeZoneNotFoundException(message);

        [Function("Unbound")]
        public static void Unbound([QueueTrigger("q")] string message, IServiceProvider services) => services.ShouldNotBeSameAs(message);
    }
}
