using Ksef.Mapping.Waiting;

namespace Ksef.Mapping.Tests.Waiting;

public sealed class WaitingRecordsTests
{
    [Theory]
    [InlineData(1_000_000, false)]
    [InlineData(100, true)]
    public void Chains_InMemoryOrOnDisk_ComeBackInTheirOrder(int bytesInMemory, bool onDisk)
    {
        using var waiting = new WaitingRecords(bytesInMemory);
        var (odd, even) = (WaitingRecords.None, WaitingRecords.None);
        for (byte number = 1; number <= 100; number++)
        {
            if (number % 2 == 0)
            {
                even = waiting.Add([number, number], even);
            }
            else
            {
                odd = waiting.Add([number], odd);
            }
        }

        waiting.IsOnDisk.ShouldBe(onDisk);
        waiting.Chain(odd).Select(record => (int)record.ShouldHaveSingleItem()).ShouldBe(Enumerable.Range(1, 100).Where(number => number % 2 == 1));
        waiting.Chain(even).Select(record => (int)record[1]).ShouldBe(Enumerable.Range(1, 100).Where(number => number % 2 == 0));
        waiting.Chain(WaitingRecords.None).ShouldBeEmpty();
    }

    [Fact]
    public void Records_ReadBetweenWrites_StayWhereTheyAre()
    {
        using var waiting = new WaitingRecords(8);
        var first = waiting.Add([1], WaitingRecords.None);
        waiting.Chain(first).ShouldHaveSingleItem().ShouldBe([1]);
        var second = waiting.Add([2], first);

        waiting.Chain(second).Select(record => record[0]).ShouldBe([(byte)1, (byte)2]);
    }
}
