using LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Functions;

public sealed class FunctionCatalogueTests
{
    [Fact]
    public void Discover_ClassWithFunctions_FindsThemByTrigger()
    {
        FunctionCatalogue catalogue = FunctionCatalogue.Discover([typeof(Good)]);

        catalogue.Functions.Select(function => function.Name).ShouldBe(["Nightly", "Listen"], ignoreOrder: true);
        catalogue.TriggeredBy<TimerTriggerAttribute>().Single().Trigger.Schedule.ShouldBe("0 0 1 * * *");
        catalogue.TryGet("nightly", out FunctionDescriptor? found).ShouldBeTrue();
        found!.EntryPoint.ShouldEndWith("Good.RunAsync");
    }

    [Fact]
    public void Discover_NameDeclaredTwice_Refuses() =>
        Should.Throw<FunctionDeclarationException>(() => FunctionCatalogue.Discover([typeof(Good), typeof(SameName)])).Message.ShouldContain("declared twice");

    [Fact]
    public void Discover_NoTrigger_Refuses() =>
        Should.Throw<FunctionDeclarationException>(() => FunctionCatalogue.Discover([typeof(NoTrigger)])).Message.ShouldContain("0 triggers");

    [Fact]
    public void Discover_AsyncVoid_Refuses() =>
        Should.Throw<FunctionDeclarationException>(() => FunctionCatalogue.Discover([typeof(AsyncVoid)])).Message.ShouldContain("async void");

    private sealed class Good
    {
        [Function("Nightly")]
        public static Task<TimerInfo> RunAsync([TimerTrigger("0 0 1 * * *")] TimerInfo timer) => Task.FromResult(timer);

        [Function("Listen")]
        public static void Listen([QueueTrigger("things")] string message) => message.ShouldNotBeNull();

        public static void NoFunction(string message) => message.ShouldNotBeNull();
    }

    private sealed class SameName
    {
        [Function("NIGHTLY")]
        public static void Run([QueueTrigger("things")] string message) => message.ShouldNotBeNull();
    }

    private sealed class NoTrigger
    {
        [Function("Nothing")]
        public static void Run(string message) => message.ShouldNotBeNull();
    }

    private sealed class AsyncVoid
    {
        [Function("Lost")]
        public static async void Run([QueueTrigger("things")] string message) => await Task.FromResult(message);
    }
}
