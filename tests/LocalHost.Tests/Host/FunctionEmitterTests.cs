using System.Reflection;
using LocalHost.Host.Functions;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace LocalHost.Tests.Host;

public sealed class FunctionEmitterTests
{
    private const string Orchestration = """{"name":"context","direction":"In","type":"orchestrationTrigger","properties":{}}""";

    [Fact]
    public async Task Emit_TwoHosts_EachHasItsOwnDispatcher()
    {
        List<string> calls = [];
        MethodInfo one = Emit("Flow", Note("one"), Orchestration);
        MethodInfo other = Emit("Flow", Note("other"), Orchestration);

        await Invoke(one);
        await Invoke(other);
        await Invoke(one);

        calls.ShouldBe(["one Flow", "other Flow", "one Flow"]);

        Func<string, object?[], Task<object?>> Note(string host) => (function, _) =>
        {
            calls.Add($"{host} {function}");
            return Task.FromResult<object?>("answer");
        };

        static async Task Invoke(MethodInfo method) =>
            (await (Task<object>)method.Invoke(null, ["history", null, CancellationToken.None])!).ShouldBe("answer");
    }

    [Fact]
    public async Task Emit_Arguments_ReachTheDispatcherInOrder()
    {
        object?[] seen = [];
        MethodInfo method = Emit(
            "Start",
            (_, arguments) =>
            {
                seen = arguments;
                return Task.FromResult<object?>(null);
            },
            """{"name":"message","direction":"In","type":"queueTrigger","queueName":"work"}""", """{"name":"client","direction":"In","type":"durableClient"}""");
        using var cancellation = new CancellationTokenSource();

        await (Task)method.Invoke(null, ["text", "client settings", null, cancellation.Token])!;

        seen.ShouldBe(["text", "client settings", null, cancellation.Token]);
    }

    [Theory]
    [InlineData("\"source\":\"EventGrid\",", BlobTriggerSource.EventGrid)]
    [InlineData("", BlobTriggerSource.LogsAndContainerScan)]
    public void Emit_BlobTrigger_LearnsOfBlobsAsDeclared(string source, BlobTriggerSource expected)
    {
        MethodInfo method = Emit(
            "Inbox", Nothing,
            $$$"""{"name":"blob","direction":"In","type":"blobTrigger","path":"inbox/{name}","connection":"InvoiceStorage",{{{source}}}"properties":{"supportsDeferredBinding":"True"}}""");

        ParameterInfo blob = method.GetParameters()[0];
        blob.ParameterType.ShouldBe(typeof(ParameterBindingData));
        BlobTriggerAttribute trigger = blob.GetCustomAttribute<BlobTriggerAttribute>().ShouldNotBeNull();
        trigger.BlobPath.ShouldBe("inbox/{name}");
        trigger.Connection.ShouldBe("InvoiceStorage");
        trigger.Source.ShouldBe(expected);
    }

    [Theory]
    [InlineData("orchestrationTrigger", typeof(OrchestrationTriggerAttribute))]
    [InlineData("activityTrigger", typeof(ActivityTriggerAttribute))]
    [InlineData("entityTrigger", typeof(EntityTriggerAttribute))]
    public void Emit_DurableTrigger_GivesBackWhatTheFunctionReturns(string type, Type attribute)
    {
        MethodInfo method = Emit("Step", Nothing, $$"""{"name":"input","direction":"In","type":"{{type}}"}""");

        method.ReturnType.ShouldBe(typeof(Task<object>));
        method.GetCustomAttribute<FunctionNameAttribute>().ShouldNotBeNull().Name.ShouldBe("Step");
        method.GetParameters()[0].IsDefined(attribute).ShouldBeTrue();
    }

    [Fact]
    public void Emit_Timer_IsStartedByTheHost()
    {
        MethodInfo method = Emit("Tick", Nothing, """{"name":"timer","direction":"In","type":"timerTrigger","schedule":"0 0 3 * * *"}""");

        method.IsDefined(typeof(NoAutomaticTriggerAttribute)).ShouldBeTrue();
    }

    private static Task<object?> Nothing(string function, object?[] arguments) => Task.FromResult<object?>(null);

    private static MethodInfo Emit(string name, Func<string, object?[], Task<object?>> dispatch, params IEnumerable<string> bindings) =>
        FunctionEmitter.Emit([Declare.Function(name, bindings)], dispatch).GetTypes().Single().GetMethod(name).ShouldNotBeNull();
}
