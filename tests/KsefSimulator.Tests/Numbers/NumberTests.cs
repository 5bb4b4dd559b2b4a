using KsefSimulator.Numbers;

namespace KsefSimulator.Tests.Numbers;

public sealed class NumberTests
{
    [Theory]
    [InlineData("5265877635-20250826-0100001AF629-AF")]
    public void KsefNumber_FromTheMinistrysDocumentation_HasARightCheckByte(string number) => Crc8.Of(number.AsSpan(0, 32)).ShouldBe(number[^2..]);

    [Theory]
    [InlineData("9999999999-20230908-8BEF280C8D35-4D", true)]
    [InlineData("9999999999-20230908-8BEF28-0C8D35-4D", true)]
    [InlineData("9999999999-20260131-8BEF280C8D35-4D", true)]
    [InlineData("9999999999-20260201-8BEF280C8D35-4D", false)]
    public void IsWellFormed_WithAnotherCheckByte_HoldsForNumbersOfKsef1Alone(string number, bool isWellFormed) =>
        KsefNumbers.IsWellFormed(number).ShouldBe(isWellFormed);

    [Fact]
    public void Next_ManyTimes_AreDistinctAndWellFormed()
    {
        var ksefNumbers = new KsefNumbers(TimeProvider.System);
        var references = new ReferenceNumbers(TimeProvider.System);

        var issued = Enumerable.Range(0, 10_000).Select(_ => ksefNumbers.Next("5265877635")).ToList();

        issued.Distinct().Count().ShouldBe(10_000);
        issued.ShouldAllBe(number => number.Length == 35 && KsefNumbers.IsWellFormed(number));
        ReferenceNumbers.IsWellFormed(references.Next("SO")).ShouldBeTrue();
        KsefNumbers.IsWellFormed(issued[0][..^1] + (issued[0][^1] == '0' ? '1' : '0')).ShouldBeFalse();
    }
}
