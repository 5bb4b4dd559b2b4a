using LocalHost.Tests.Architecture.Samples.Circle.Two;
using LocalHost.Tests.Architecture.Samples.Lower;

namespace LocalHost.Tests.Architecture.Samples.Circle.One;

/// <summary>Half of a circle: the other half is called from a lambda in an asynchronous method.</summary>
internal static class Caller
{
    public const int Limit = 3;

    public static async Task<int> CallAsync(Word word)
    {
        await Task.Yield();
        Func<int> answer = () => Answerer.Answer(word);
        return answer();
    }

    public static int Shorten(int length) => Math.Min(length, Limit);
}
