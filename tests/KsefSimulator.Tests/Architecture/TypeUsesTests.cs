using Architecture;
using KsefSimulator.Tests.Architecture.Uses;

namespace KsefSimulator.Tests.Architecture;

public sealed class TypeUsesTests
{
    [Theory]
    [InlineData(nameof(UserInAsyncMethod), nameof(Used))]
    [InlineData(nameof(UserInAsyncLambda), nameof(Used))]
    [InlineData(nameof(UserInAsyncIterator), nameof(Used))]
    [InlineData(nameof(UserInNestedType), nameof(Used))]
    [InlineData(nameof(UserInCatch), nameof(UsedFailure))]
    [InlineData(nameof(UserInArgument), nameof(UsedMember))]
    [InlineData(nameof(UserInTypeArgument), nameof(Used))]
    [InlineData(nameof(UserInAttribute), nameof(Used))]
    public void Of_UseBeyondFieldsAndReturnTypes_IsSeen(string user, string used) =>
        RoomArrows.In(typeof(Used).Assembly, type => type.Namespace == typeof(Used).Namespace ? type.Name : null)[user].Keys.ShouldContain(used);
}
