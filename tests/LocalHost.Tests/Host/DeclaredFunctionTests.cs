using LocalHost.Host.Functions;

namespace LocalHost.Tests.Host;

public sealed class DeclaredFunctionTests
{
    private const string BlobTrigger =
        """{"name":"blob","direction":"In","type":"blobTrigger","path":"inbox/{name}","connection":"InvoiceStorage","source":"EventGrid","properties":{"supportsDeferredBinding":"True"}}""";

    private const string Client = """{"name":"client","direction":"In","type":"durableClient","properties":{}}""";

    [Fact]
    public void Parse_BlobTriggerWithClient_HasBoth()
    {
        DeclaredFunction function = Declare.Function("Inbox", BlobTrigger, Client);

        function.Trigger.Path.ShouldBe("inbox/{name}");
        function.Trigger.Connection.ShouldBe("InvoiceStorage");
        function.Trigger.IsDeferred.ShouldBeTrue();
        function.Clients.ShouldHaveSingleItem().Name.ShouldBe("client");
    }

    [Fact]
    public void Parse_AnotherBinding_ChangesTheDeclaration() =>
        Declare.Function("Inbox", BlobTrigger).Declaration.ShouldNotBe(Declare.Function("Inbox", BlobTrigger.Replace("inbox/", "other/", StringComparison.Ordinal)).Declaration);

    [Fact]
    public void Parse_NoTrigger_IsRefusedByName() =>
        Should.Throw<LocalHostException>(() => Declare.Function("Odd", Client)).Message.ShouldContain("'Odd'");

    [Fact]
    public void Parse_BindingThatTheHostLacks_IsRefusedByType() =>
        Should.Throw<LocalHostException>(() => Declare.Function("Odd", BlobTrigger, """{"name":"out","direction":"Out","type":"cosmosDB"}""")).Message
            .ShouldContain("'cosmosDB'");

    [Fact]
    public void Emit_TriggerThatTheHostLacks_IsRefusedByType() =>
        Should.Throw<LocalHostException>(() => FunctionEmitter.Emit(
            [Declare.Function("Odd", """{"name":"message","direction":"In","type":"serviceBusTrigger","queueName":"q"}""")], (_, _) => Task.FromResult<object?>(null)))
            .Message.ShouldContain("'serviceBusTrigger'");
}
