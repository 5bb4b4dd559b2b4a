using FsCheck;
using FsCheck.Fluent;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Numbers;

public sealed class NipTests
{
    private static readonly Gen<string> NineDigits = Gen.Choose(100_000_000, 999_999_999).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void TryParse_NineDigits_HaveAtMostOneCheckDigit() =>
        Prop.ForAll(NineDigits.ToArbitrary(), nine => Enumerable.Range(0, 10).Count(digit => Nip.TryParse($"{nine}{digit}", out _)) <= 1)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_OneDigitMistyped_IsNeverValid()
    {
        var mistakes = from number in Gen.Choose(0, 999_999)
                       from position in Gen.Choose(0, 9)
                       from step in Gen.Choose(1, 9)
                       select (Right: SampleNips.At(number), position, step);

        Prop.ForAll(mistakes.ToArbitrary(), mistake =>
            {
                var digits = mistake.Right.ToCharArray();
                digits[mistake.position] = (char)('0' + ((digits[mistake.position] - '0' + mistake.step) % 10));
                return Nip.TryParse(mistake.Right, out _) && !Nip.TryParse(new string(digits), out _);
            })
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("5265877635")]
    [InlineData("1111111111")]
    [InlineData("9999999999")]
    public void Parse_RightNip_KeepsItsDigits(string digits) => Nip.Parse(digits).ToString().ShouldBe(digits);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000")]
    [InlineData("111111111")]
    [InlineData("11111111111")]
    [InlineData("111-111-11-11")]
    [InlineData("PL1111111111")]
    [InlineData("1111111112")]
    [InlineData("١١١١١١١١١١")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Nip.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Parse_WrongChecksum_ThrowsWithoutTheNumber() =>
        Should.Throw<FormatException>(() => Nip.Parse("1111111112")).Message.ShouldNotContain("1111111112");

    [Fact]
    public void At_DifferentNumbers_GivesDifferentValidNips()
    {
        var nips = Enumerable.Range(0, 20_000).Select(SampleNips.At).ToList();

        nips.Distinct().Count().ShouldBe(nips.Count);
        nips.ShouldAllBe(nip => IsValid(nip));
    }

    private static bool IsValid(string nip) => Nip.TryParse(nip, out _);
}
