namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a trigger knows beside its payload, such as the parts of a blob path.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
