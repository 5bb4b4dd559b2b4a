using System.Reflection;
using KsefFunctions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The functions of the app with their triggers, as the attributes in its code declare them.</summary>
internal static class AppFunctions
{
    /// <summary>Triggers of a kind with the names of their functions.</summary>
    public static IReadOnlyList<(string Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Attribute =>
    [
        .. from type in typeof(KsefFunctionsOptions).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<TTrigger>()
           where trigger is not null
           select (function.Name, trigger),
    ];
}
