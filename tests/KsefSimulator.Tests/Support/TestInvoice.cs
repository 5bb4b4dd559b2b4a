using SampleInvoices;

namespace KsefSimulator.Tests.Support;

/// <summary>Valid invoices, each with a number of its own.</summary>
internal static class TestInvoice
{
    private static int _last;

    public static SampleInvoice Sample(string nip = TestKsef.Nip) =>
        new SampleInvoice { Number = $"FV/{Interlocked.Increment(ref _last)}", IssueDate = Today }.SoldBy(nip);

    public static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/Warsaw").DateTime);

    public static byte[] Valid(string nip = TestKsef.Nip) => Sample(nip).ToBytes();

    /// <summary>A valid invoice with a piece of its text exchanged.</summary>
    public static byte[] With(string old, string @new)
    {
        var text = System.Text.Encoding.UTF8.GetString(Valid());
        text.ShouldContain(old);
        return System.Text.Encoding.UTF8.GetBytes(text.Replace(old, @new, StringComparison.Ordinal));
    }
}
