namespace LocalHost.Tests.Architecture;

public sealed class NamespaceGraphTests
{
    private const string Samples = "LocalHost.Tests.Architecture.Samples";

    [Fact]
    public void Circles_TwoThatNeedEachOtherInMethodBodiesOnly_NamesBothAndTheTypes() =>
        NamespaceGraph.Of(typeof(NamespaceGraphTests).Assembly, Samples).Circles().ShouldBe(
            [$"{Samples}.Circle.One (Caller) -> {Samples}.Circle.Two (Answerer) -> {Samples}.Circle.One"]);

    [Fact]
    public void Circles_ArrowsThatLeadOneWay_AreNone() =>
        NamespaceGraph.Of(typeof(NamespaceGraphTests).Assembly, $"{Samples}.Circle.One").Circles().ShouldBeEmpty();

    [Fact]
    public void LocalHost_HasNoCircleOfNamespaces() => NamespaceGraph.Of(typeof(LocalHostException).Assembly).Circles().ShouldBeEmpty();
}
