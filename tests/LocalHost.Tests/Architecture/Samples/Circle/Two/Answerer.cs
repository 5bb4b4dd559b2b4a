using LocalHost.Tests.Architecture.Samples.Circle.One;
using LocalHost.Tests.Architecture.Samples.Lower;

namespace LocalHost.Tests.Architecture.Samples.Circle.Two;

/// <summary>The other half.</summary>
internal static class Answerer
{
    public static int Answer(Word word) => Caller.Shorten(word.Text.Length);
}
