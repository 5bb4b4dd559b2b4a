using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Ksef.Client.Tests;

public sealed class KsefNumberTests
{
    /// <summary>Well-formed 32 characters in front of the checksum.</summary>
    private static readonly Arbitrary<string> Heads = (
        from unit in Gen.Choose(0, 9_999_999)
        from day in Gen.Choose(0, 30_000)
        from number in Gen.Choose(0, int.MaxValue)
        let date = new DateOnly(2022, 1, 1).AddDays(day).ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        select FormattableString.Invariant($"526{unit:D7}-{date}-{number:X12}")).ToArbitrary();

    [Theory]
    [InlineData("5265877635-20250626-010080DD2B5E-26")]
    [InlineData("5265877635-20250925-010020A0A242-0A")]
    [InlineData("5555555555-20250828-010080615740-E4")]
    public void Parse_NumberFromTheDocumentation_IsAccepted(string text)
    {
        var number = KsefNumber.Parse(text);

        number.ToString().ShouldBe(text);
        number.IsValid.ShouldBeTrue();
        number.SellerNip.ShouldBe(text[..10]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5265877635-20250626-010080DD2B5E-27")]
    [InlineData("5265877635-20250626-010080dd2b5e-26")]
    [InlineData("5265877635-20251326-010080DD2B5E-26")]
    [InlineData("0265877635-20250626-010080DD2B5E-26")]
    [InlineData("5265877635-20250626-010080DD2B5E-26\n")]
    [InlineData(" 5265877635-20250626-010080DD2B5E-26")]
    [InlineData("5265877635-20250626-010080DD2B5E")]
    public void TryParse_NoKsefNumber_IsRefused(string? text)
    {
        KsefNumber.TryParse(text, out var number).ShouldBeFalse();
        number.ShouldBe(default);
    }

    [Fact]
    public void Parse_WrongChecksum_ThrowsFormatException() =>
        Should.Throw<FormatException>(() => KsefNumber.Parse("5265877635-20250626-010080DD2B5E-27"));

    [Fact]
    public void TryParse_FormOfTheFirstKsef_IsAccepted() =>
        KsefNumber.TryParse("5265877635-20250626-010080-DD2B5E-26", out _).ShouldBeTrue();

    [Fact]
    public void TryParse_AnyHeadWithItsChecksum_IsAccepted() =>
        Prop.ForAll(Heads, head => KsefNumber.TryParse($"{head}-{Checksum(head):X2}", out var number) && number.SellerNip == head[..10])
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OneDigitChanged_IsRefused() =>
        Prop.ForAll(
            Heads,
            Gen.Choose(20, 31).ToArbitrary(),
            (head, at) =>
            {
                var changed = head[..at] + (head[at] == '0' ? '1' : '0') + head[(at + 1)..];
                return !KsefNumber.TryParse($"{changed}-{Checksum(head):X2}", out _);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_OddNumberFromKsef_IsKeptAndKnownToBeInvalid()
    {
        var number = JsonSerializer.Deserialize<KsefNumber>("\"something new\"");

        number.Value.ShouldBe("something new");
        number.IsValid.ShouldBeFalse();
        JsonSerializer.Serialize(number).ShouldBe("\"something new\"");
    }

    /// <summary>Written apart from the library's, from the definition: remainder of the division by x^8 + x^2 + x + 1.</summary>
    private static int Checksum(string text)
    {
        var remainder = 0;
        foreach (var bit in text.SelectMany(character => Enumerable.Range(0, 8).Select(index => (character >> (7 - index)) & 1)))
        {
            var carry = (remainder >> 7) ^ bit;
            remainder = ((remainder << 1) & 0xFF) ^ (carry == 1 ? 0x07 : 0);
        }

        return remainder;
    }
}
