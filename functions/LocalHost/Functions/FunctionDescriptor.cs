using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalHost.Functions;

/// <summary>One function of the app, as its attributes declare it.</summary>
public sealed class FunctionDescriptor
{
    private FunctionDescriptor(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        TriggerParameter = triggerParameter;
        Trigger = trigger;
        Parameters = method.GetParameters();
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public IReadOnlyList<ParameterInfo> Parameters { get; }

    public ParameterInfo TriggerParameter { get; }

    public TriggerBindingAttribute Trigger { get; }

    public string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    /// <summary>Reads the declaration; null where the method is no function.</summary>
    /// <exception cref="FunctionDeclarationException">The Functions host would refuse the function.</exception>
    internal static FunctionDescriptor? Read(MethodInfo method)
    {
        if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
        {
            return null;
        }

        var triggers = (from parameter in method.GetParameters()
                        let attribute = parameter.GetCustomAttribute<TriggerBindingAttribute>()
                        where attribute is not null
                        select (parameter, attribute)).ToList();
        if (triggers.Count != 1)
        {
            throw new FunctionDeclarationException(function.Name, $"has {triggers.Count} triggers; a function has exactly one.");
        }

        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null)
        {
            throw new FunctionDeclarationException(function.Name, "is 'async void': its failures would be lost.");
        }

        return new FunctionDescriptor(function.Name, method, triggers[0].parameter, triggers[0].attribute);
    }
}
