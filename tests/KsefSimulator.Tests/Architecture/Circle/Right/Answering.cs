using KsefSimulator.Tests.Architecture.Circle.Left;

namespace KsefSimulator.Tests.Architecture.Circle.Right;

/// <summary>Points back from a lambda in an iterator, both of which the compiler moves into types of its own.</summary>
internal sealed class Answering(int count)
{
    public IEnumerable<string> Answers()
    {
        foreach (var name in Enumerable.Range(0, count).Select(number => Asking.Name(number)))
        {
            yield return name;
        }
    }
}
