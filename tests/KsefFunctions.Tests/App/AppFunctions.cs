using System.Reflection;
using KsefFunctions.Orchestrators;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Tests.App;

/// <summary>The functions of the app, as the worker indexes them.</summary>
internal static class AppFunctions
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(ProcessFile).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(FunctionAttribute))),
    ];

    /// <summary>The parameter with that trigger; null when the function has another.</summary>
    public static ParameterInfo? TriggerOf<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(T)));

    /// <summary>Names of all activities.</summary>
    public static IEnumerable<string> Activities =>
        All.Where(method => TriggerOf<ActivityTriggerAttribute>(method) is not null).Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    /// <summary>Triggers of a kind with the names of their functions.</summary>
    public static IReadOnlyList<(string Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Attribute =>
    [
        .. from method in All
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<TTrigger>()
           where trigger is not null
           select (method.GetCustomAttribute<FunctionAttribute>()!.Name, trigger),
    ];

    /// <summary>Calls a function and gives what it, or its task, gave; null for a task without a value.</summary>
    public static async Task<object?> InvokeAsync(MethodInfo method, object? instance, object?[] arguments)
    {
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return method.ReturnType.IsGenericType ? ((dynamic)task).Result : null;
    }
}
