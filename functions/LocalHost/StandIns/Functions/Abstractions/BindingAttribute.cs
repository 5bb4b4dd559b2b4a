namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Base of every attribute that binds a function to a trigger, an input or an output.</summary>
/// <remarks>Stand-in with the name and shape of Microsoft.Azure.Functions.Worker.Extensions.Abstractions.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    protected BindingAttribute()
    {
    }
}
