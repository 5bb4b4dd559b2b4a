namespace LocalHost.Functions;

/// <summary>Awaits what a function's method returned and takes the value out, whatever shape of task it is.</summary>
internal static class ReturnedValue
{
    public static async Task<object?> AwaitAsync(object? returned, Type declared)
    {
        Type? shape = declared.IsGenericType ? declared.GetGenericTypeDefinition() : null;
        Task? task = returned switch
        {
            Task running => running,
            ValueTask running => running.AsTask(),
            not null when shape == typeof(ValueTask<>) => (Task)declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null)!,
            _ => null,
        };
        if (task is null)
        {
            return returned;
        }

        await task;
        return shape is null ? null : task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }
}
