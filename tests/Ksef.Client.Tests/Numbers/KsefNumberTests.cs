using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Ksef.Client.Tests;

public sealed class KsefNumberTests
{
    private static readonly DateOnly FirstDay = new(2022, 1, 1);
    private static readonly DateOnly FirstDayOfKsef2 = new(2026, 2, 1);
    private static readonly Arbitrary<string> Heads = HeadsOf(FirstDay, FirstDay.AddDays(30_000));
    private static readonly Arbitrary<string> HeadsOfKsef2 = HeadsOf(FirstDayOfKsef2, FirstDayOfKsef2.AddDays(30_000));
    private static readonly Arbitrary<string> HeadsOfTheFirstKsef = HeadsOf(FirstDay, FirstDayOfKsef2.AddDays(-1));

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
    [InlineData("5265877635-20260201-010080DD2B5E-26")]
    [InlineData("5265877635-20250626-010080dd2b5e-26")]
    [InlineData("5265877635-20250626-010080-DD2B5-E26")]
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
        Should.Throw<FormatException>(() => KsefNumber.Parse("5265877635-20260201-010080DD2B5E-26"));

    [Theory]
    [InlineData("7781464139-20230721-80B510-9675F7-B5")]
    [InlineData("7781464139-20230721-80B5109675F7-B5")]
    public void Parse_NumberOfTheFirstKsef_IsAcceptedWithAndWithoutInnerDash(string text)
    {
        // Given by the test environment in 2023, reported in CIRFMF/ksef-client-csharp#26: by the rule of KSeF 2.0 it would end with 2F.
        var number = KsefNumber.Parse(text);

        number.Value.ShouldBe(text);
        number.IsValid.ShouldBeTrue();
        number.SellerNip.ShouldBe("7781464139");
    }

    [Fact]
    public void TryParse_NumberOfTheFirstKsef_IsAcceptedWithAnyChecksum() =>
        Prop.ForAll(
            HeadsOfTheFirstKsef,
            Gen.Choose(0, 255).ToArbitrary(),
            (head, checksum) => KsefNumber.TryParse($"{head}-{checksum:X2}", out _) && KsefNumber.TryParse($"{head.Insert(26, "-")}-{checksum:X2}", out _))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("5265877635-20260131-010080DD2B5E-00", true)]
    [InlineData("5265877635-20260201-010080DD2B5E-00", false)]
    public void TryParse_AtTheChangeOfSystems_DayDecidesWhetherTheChecksumCounts(string text, bool accepted) =>
        KsefNumber.TryParse(text, out _).ShouldBe(accepted);

    [Fact]
    public void TryParse_AnyHeadWithItsChecksum_IsAccepted() =>
        Prop.ForAll(Heads, head => KsefNumber.TryParse($"{head}-{Checksum(head):X2}", out var number) && number.SellerNip == head[..10])
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OneDigitOfKsef2Changed_IsRefused() =>
        Prop.ForAll(
            HeadsOfKsef2,
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

    [Fact]
    public void Json_AsKeysOfAnObject_NumbersAreKept()
    {
        const string keyed = """{"5265877635-20250626-010080DD2B5E-26":1,"something new":2}""";

        JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<KsefNumber, int>>(keyed)).ShouldBe(keyed);
    }

    /// <summary>Well-formed 32 characters in front of the checksum.</summary>
    private static Arbitrary<string> HeadsOf(DateOnly first, DateOnly last) => (
        from unit in Gen.Choose(0, 9_999_999)
        from day in Gen.Choose(0, last.DayNumber - first.DayNumber)
        from number in Gen.Choose(0, int.MaxValue)
        let date = first.AddDays(day).ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        select FormattableString.Invariant($"526{unit:D7}-{date}-{number:X12}")).ToArbitrary();

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
