using System.Globalization;
using Ksef.Invoices;
using LocalHost.Drops;
using SampleInvoices;

namespace LocalHost.Tests.Drops;

public sealed class SampleDropsTests
{
    // 23:30 UTC is the next day in Poland.
    private static readonly DateTimeOffset LateEvening = new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void At_LateEvening_IsDatedByThePolishCalendar() => Summary("faktura-1.xml", LateEvening)!.IssueDate.ShouldBe(new DateOnly(2026, 3, 3));

    [Fact]
    public void At_AnotherSecond_HasOtherNumbers() =>
        Summary("faktura-1.xml", LateEvening)!.Number.ShouldNotBe(Summary("faktura-1.xml", LateEvening.AddSeconds(1))!.Number);

    [Fact]
    public void At_AnyTime_HasGoodOnesAndABadOne()
    {
        InvoiceCheck[] checks = [.. SampleDrops.At(LateEvening).Where(drop => drop.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(drop => Check(drop, LateEvening))];

        checks.Count(check => check.IsAccepted).ShouldBe(3);
        checks.Count(check => !check.IsAccepted).ShouldBe(1);
    }

    [Theory]
    [InlineData("faktura-1.xml")]
    [InlineData("faktura-z-jutra.xml")]
    [InlineData("paczka.zip")]
    public void Read_Sample_FindsItsSeller(string name) => Reader().Read(Named(name, LateEvening)).ShouldBe(SampleNips.Seller);

    [Theory]
    [InlineData("a.xml", "no xml at all")]
    [InlineData("a.zip", "no zip at all")]
    [InlineData("a.xml", "")]
    public void Read_NothingReadable_IsNull(string name, string content) =>
        Reader().Read(new Drop(name, () => BinaryData.FromString(content).ToStream())).ShouldBeNull();

    private static ContextReader Reader() => new(new InvoiceChecker(new ManualTimeProvider(LateEvening)));

    private static Drop Named(string name, DateTimeOffset now) => SampleDrops.At(now).Single(drop => drop.Name == name);

    private static InvoiceSummary? Summary(string name, DateTimeOffset now) => Check(Named(name, now), now).Invoice;

    private static InvoiceCheck Check(Drop drop, DateTimeOffset now)
    {
        using Stream content = drop.Open();
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        buffer.Length.ShouldBeGreaterThan(0, now.ToString(CultureInfo.InvariantCulture));
        return new InvoiceChecker(new ManualTimeProvider(now)).Check(buffer.ToArray(), new InvoiceCheckOptions());
    }
}
