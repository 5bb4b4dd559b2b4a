namespace KsefSimulator.Tests.Architecture.Uses;

/// <summary>What the types of <c>Users.cs</c> use.</summary>
internal sealed class Used
{
    public static int Call() => 3;

    public static string Take(UsedMember member) => member.ToString();
}

internal sealed class UsedFailure : Exception;

internal enum UsedMember
{
    First,
    Second,
}
