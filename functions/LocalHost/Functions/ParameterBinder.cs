using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LocalHost.Functions;

/// <summary>Finds a value for every parameter of a function, by the rules of the isolated worker: nothing comes from services.</summary>
internal static class ParameterBinder
{
    public static async ValueTask<object?[]> BindAsync(FunctionDescriptor function, TriggerInput input, LocalFunctionContext context)
    {
        object?[] values = new object?[function.Parameters.Count];
        for (int index = 0; index < values.Length; index++)
        {
            ParameterInfo parameter = function.Parameters[index];
            values[index] = parameter == function.TriggerParameter
                ? await input.BindTriggerAsync(parameter, context.CancellationToken)
                : BindOther(function, parameter, input, context);
        }

        return values;
    }

    private static object? BindOther(FunctionDescriptor function, ParameterInfo parameter, TriggerInput input, LocalFunctionContext context)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context.CancellationToken;
        }

        if (parameter.IsDefined(typeof(DurableClientAttribute)))
        {
            return context.InstanceServices.GetRequiredService<DurableTaskClient>();
        }

        if (input.TryBindCompanion(parameter, out object? companion))
        {
            return companion;
        }

        if (input.BindingData.TryGetValue(parameter.Name!, out object? named))
        {
            return TextConversion.FromNamed(named, parameter.ParameterType);
        }

        return parameter.HasDefaultValue
            ? parameter.DefaultValue
            : throw new FunctionDeclarationException(function.Name, $"asks for '{parameter.ParameterType.Name} {parameter.Name}', which no binding gives.");
    }
}
