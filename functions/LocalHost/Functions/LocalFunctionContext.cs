using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Functions;

/// <summary>The context that LocalHost hands to an invocation.</summary>
public sealed class LocalFunctionContext(
    FunctionDescriptor function,
    string invocationId,
    IReadOnlyDictionary<string, object?> bindingData,
    IServiceProvider services,
    CancellationToken cancellationToken) : FunctionContext
{
    public override string InvocationId => invocationId;

    public override string FunctionId => function.Name;

    public override BindingContext BindingContext { get; } = new LocalBindingContext(bindingData);

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition { get; } = new LocalFunctionDefinition(function);

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override CancellationToken CancellationToken => cancellationToken;

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> bindingData) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => bindingData;
    }

    private sealed class LocalFunctionDefinition(FunctionDescriptor function) : FunctionDefinition
    {
        public override string PathToAssembly => function.Method.Module.FullyQualifiedName;

        public override string EntryPoint => function.EntryPoint;

        public override string Id => function.Name;

        public override string Name => function.Name;
    }
}
