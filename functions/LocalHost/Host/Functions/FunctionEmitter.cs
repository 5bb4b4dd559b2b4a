using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace LocalHost.Host.Functions;

/// <summary>
/// Writes a WebJobs function for each function of the worker, as the Functions host does: the SDK then listens to its trigger, and
/// the method hands what it gets to the dispatcher.
/// </summary>
internal static class FunctionEmitter
{
    // As in the Functions host: events of Event Grid name the function by it, and so do messages about one that gave up.
    private const string TypeName = "Host.Functions";

    private const string DispatcherField = "Dispatcher";

    /// <param name="functions">The worker's functions.</param>
    /// <param name="dispatch">
    /// Takes the name of the function and its arguments: the trigger's value, one text for each durable client, the binder, the
    /// cancellation token.
    /// </param>
    public static ITypeLocator Emit(IEnumerable<DeclaredFunction> functions, Func<string, object?[], Task<object?>> dispatch)
    {
        TypeBuilder type = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Functions"), AssemblyBuilderAccess.Run)
            .DefineDynamicModule("Functions").DefineType(TypeName, TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        // A field of the emitted type: each host of a process has a type of its own, and so a dispatcher of its own.
        FieldBuilder dispatcher = type.DefineField(DispatcherField, dispatch.GetType(), FieldAttributes.Public | FieldAttributes.Static);
        foreach (DeclaredFunction function in functions)
        {
            Emit(type, dispatcher, function);
        }

        Type emitted = type.CreateType();
        emitted.GetField(DispatcherField)!.SetValue(null, dispatch);
        return new OneType(emitted);
    }

    private static void Emit(TypeBuilder type, FieldBuilder dispatcher, DeclaredFunction function)
    {
        TriggerBinding trigger = TriggerBinding.For(function);
        List<(string Name, Type Type, CustomAttributeBuilder? Attribute)> parameters = [(function.Trigger.Name, trigger.ParameterType, trigger.Attribute)];
        parameters.AddRange(function.Clients.Select(client => (client.Name, typeof(string), (CustomAttributeBuilder?)TriggerBinding.DurableClient(client))));
        parameters.Add(("__binder", typeof(Binder), null));
        parameters.Add(("__cancellationToken", typeof(CancellationToken), null));

        MethodBuilder method = type.DefineMethod(
            function.Name, MethodAttributes.Public | MethodAttributes.Static,
            trigger.ReturnsValue ? typeof(Task<object>) : typeof(Task), [.. parameters.Select(parameter => parameter.Type)]);
        method.SetCustomAttribute(Attributes.Build<FunctionNameAttribute>(function.Name));
        if (trigger.Attribute is null)
        {
            method.SetCustomAttribute(Attributes.Build<NoAutomaticTriggerAttribute>());
        }

        for (int index = 0; index < parameters.Count; index++)
        {
            ParameterBuilder parameter = method.DefineParameter(index + 1, ParameterAttributes.None, parameters[index].Name);
            if (parameters[index].Attribute is { } attribute)
            {
                parameter.SetCustomAttribute(attribute);
            }
        }

        EmitBody(method.GetILGenerator(), dispatcher, function.Name, [.. parameters.Select(parameter => parameter.Type)]);
    }

    // return Dispatcher(name, new object[] { arguments });
    private static void EmitBody(ILGenerator code, FieldBuilder dispatcher, string name, Type[] parameters)
    {
        code.Emit(OpCodes.Ldsfld, dispatcher);
        code.Emit(OpCodes.Ldstr, name);
        code.Emit(OpCodes.Ldc_I4, parameters.Length);
        code.Emit(OpCodes.Newarr, typeof(object));
        for (int index = 0; index < parameters.Length; index++)
        {
            code.Emit(OpCodes.Dup);
            code.Emit(OpCodes.Ldc_I4, index);
            code.Emit(OpCodes.Ldarg, (short)index);
            if (parameters[index].IsValueType)
            {
                code.Emit(OpCodes.Box, parameters[index]);
            }

            code.Emit(OpCodes.Stelem_Ref);
        }

        code.Emit(OpCodes.Callvirt, dispatcher.FieldType.GetMethod("Invoke")!);
        code.Emit(OpCodes.Ret);
    }

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }
}
