using KsefSimulator.Tests.Architecture.Circle.Below;
using KsefSimulator.Tests.Architecture.Circle.Right;

namespace KsefSimulator.Tests.Architecture.Circle.Left;

/// <summary>No field and no signature names the other side: only the body of a method does.</summary>
internal static class Asking
{
    public static string Name(int number) => Plain.Digits(number);

    public static int Ask() => new Answering(3).Answers().Count();
}
