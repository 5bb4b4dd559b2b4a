using System.Globalization;
using System.Reflection;

namespace LocalHost.Functions;

/// <summary>Runs one invocation of a function: a scope of services, an instance of its class, its parameters, its result.</summary>
public sealed class FunctionInvoker(IServiceScopeFactory scopes)
{
    private long _invocations;

    /// <summary>Runs the function and returns what its method, awaited, gave.</summary>
    public async Task<object?> InvokeAsync(FunctionDescriptor function, TriggerInput input, CancellationToken cancellationToken)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        var context = new LocalFunctionContext(function, NextInvocationId(), input.BindingData, scope.ServiceProvider, cancellationToken);
        input.Prepare(context);
        object?[] arguments = await ParameterBinder.BindAsync(function, input, context);
        object? instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
        try
        {
            object? returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return await ReturnedValue.AwaitAsync(returned, function.Method.ReturnType);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    private string NextInvocationId() => Interlocked.Increment(ref _invocations).ToString("x8", CultureInfo.InvariantCulture);
}
