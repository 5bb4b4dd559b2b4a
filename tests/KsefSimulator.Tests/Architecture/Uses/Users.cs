using System.ComponentModel;

namespace KsefSimulator.Tests.Architecture.Uses;

// Each uses something in a way that libraries are known to pass over, or that only the body of a method shows.
internal sealed class UserInAsyncMethod
{
    public static async Task<int> RunAsync()
    {
        await Task.Yield();
        return Used.Call();
    }
}

internal sealed class UserInAsyncLambda
{
    public static Func<Task<int>> Make() => async () =>
    {
        await Task.Yield();
        return Used.Call();
    };
}

internal sealed class UserInAsyncIterator
{
    public static async IAsyncEnumerable<int> EnumerateAsync()
    {
        await Task.Yield();
        yield return Used.Call();
    }
}

internal sealed class UserInNestedType
{
    public sealed class Nested
    {
        public static int Run() => Used.Call();
    }
}

internal sealed class UserInCatch
{
    public static async Task RunAsync()
    {
        try
        {
            await Task.Yield();
        }
        catch (UsedFailure)
        {
        }
    }
}

internal sealed class UserInArgument
{
    public static string Run() => Used.Take(UsedMember.Second);
}

internal sealed class UserInTypeArgument
{
    public static object Run() => Array.Empty<List<Used[]>>();
}

internal sealed class UserInAttribute
{
    public static void Run([TypeConverter(typeof(Used))] int number) => _ = number;
}
