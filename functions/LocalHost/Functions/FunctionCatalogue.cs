using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LocalHost.Functions;

/// <summary>All functions of the app, found by their attributes.</summary>
public sealed class FunctionCatalogue
{
    private const BindingFlags AnyMethod = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, FunctionDescriptor> _byName = new(StringComparer.OrdinalIgnoreCase);

    private FunctionCatalogue(IEnumerable<FunctionDescriptor> functions)
    {
        foreach (FunctionDescriptor function in functions)
        {
            if (!_byName.TryAdd(function.Name, function))
            {
                throw new FunctionDeclarationException(function.Name, "is declared twice; names are unique in an app, whatever their case.");
            }
        }
    }

    public IReadOnlyCollection<FunctionDescriptor> Functions => _byName.Values;

    /// <summary>Reads the public methods of public classes, as the worker's generator does.</summary>
    /// <exception cref="FunctionDeclarationException">A declaration is one that the Functions host refuses.</exception>
    public static FunctionCatalogue Discover(Assembly assembly) => Discover(assembly.GetExportedTypes());

    public static FunctionCatalogue Discover(IEnumerable<Type> types) =>
        new(from type in types
            where type is { IsClass: true, ContainsGenericParameters: false } && (!type.IsAbstract || type.IsSealed)
            from method in type.GetMethods(AnyMethod)
            let function = FunctionDescriptor.Read(method)
            where function is not null
            select function);

    /// <summary>The functions that one kind of trigger starts, in the order of their names.</summary>
    public IEnumerable<(FunctionDescriptor Function, TTrigger Trigger)> TriggeredBy<TTrigger>()
        where TTrigger : TriggerBindingAttribute =>
        from function in _byName.Values
        orderby function.Name
        where function.Trigger is TTrigger
        select (function, (TTrigger)function.Trigger);

    public bool TryGet(string name, [NotNullWhen(true)] out FunctionDescriptor? function) => _byName.TryGetValue(name, out function);
}
