using SampleInvoices;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Checking;

public sealed class ParallelTests
{
    [Fact]
    public void Check_OneCheckerOnManyThreads_GivesEachFileItsOwnVerdict()
    {
        var good = new SampleInvoice().ToBytes();
        var bad = BrokenInvoices.MissingField.Content;
        var verdicts = new bool[2_000];

        Parallel.For(0, verdicts.Length, index => verdicts[index] = Check.Of(index % 2 == 0 ? good : bad).IsAccepted);

        verdicts.Select((accepted, index) => accepted == (index % 2 == 0)).ShouldAllBe(right => right);
    }
}
