using System.Reflection;

namespace LocalHost.Functions;

/// <summary>What one firing of a trigger brings to the parameters of its function.</summary>
public abstract class TriggerInput
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>Values that parameters ask for by name, such as the parts of a blob path or a route.</summary>
    public virtual IReadOnlyDictionary<string, object?> BindingData => None;

    /// <summary>The value of the parameter that carries the trigger attribute.</summary>
    public abstract ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken);

    /// <summary>Values that only this kind of trigger gives to parameters beside its own.</summary>
    public virtual bool TryBindCompanion(ParameterInfo parameter, out object? value)
    {
        value = null;
        return false;
    }

    /// <summary>Called with the context of the invocation before the function runs.</summary>
    public virtual void Prepare(LocalFunctionContext context)
    {
    }
}
