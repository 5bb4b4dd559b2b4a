using Ksef.Mapping.Epp;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Tests.Epp;

public sealed class EppRecordTests
{
    [Theory]
    [InlineData("\"a\",1,,\"b\"", new[] { "a", "1", "", "b" })]
    [InlineData("\"Fantasie \"\"Blume\"\" GmbH, Köln\",2", new[] { "Fantasie \"Blume\" GmbH, Köln", "2" })]
    [InlineData("\"\"\"\",\"\"", new[] { "\"", "" })]
    [InlineData("bez cudzysłowów,-1.0000", new[] { "bez cudzysłowów", "-1.0000" })]
    [InlineData(" \"a\" , 1 ", new[] { "a", "1" })]
    [InlineData("1,", new[] { "1", "" })]
    public void Record_OfFields_IsSplitAtCommasOutsideTexts(string line, string[] fields)
    {
        EppRecord.TryRead(line, 1, before: null, out var record, out _).ShouldBeTrue();
        Enumerable.Range(1, record.Count).Select(position => record[position]).ShouldBe(fields);
    }

    [Theory]
    [InlineData("\"a\",\"niezamknięty,1,2", 2)]
    [InlineData("\"a\"b,1", 1)]
    [InlineData("1,Monitor 17\",2", 2)]
    [InlineData("1,\"a\u0081b\"", 1)]
    [InlineData("1,a\0b", 1)]
    public void Record_ThatHasNoOneReading_IsRefusedAtItsField(string line, int position)
    {
        EppRecord.TryRead(line, 1, before: null, out _, out var fault).ShouldBeFalse();
        fault.Position.ShouldBe(position);
    }

    [Theory]
    [InlineData("1234.5000", 1234.5)]
    [InlineData("-1.0000", -1)]
    [InlineData("0", 0)]
    public void Number_WithPoint_IsRead(string text, decimal expected)
    {
        PlainNumbers.TryRead(text, out var number).ShouldBeTrue();
        number.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("1 234.50")]
    [InlineData("1.234.50")]
    [InlineData("+1")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData("١")]
    [InlineData("999999999999999")]
    [InlineData("1.12345678901")]
    public void Number_InAnyOtherForm_IsNone(string text) => PlainNumbers.TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("20260914000000")]
    [InlineData("20260914101530")]
    [InlineData("20260914")]
    public void Date_WithOrWithoutTime_IsItsDay(string text)
    {
        EppDates.TryRead(text, out var date).ShouldBeTrue();
        date.ShouldBe(new DateOnly(2026, 9, 14));
    }

    [Theory]
    [InlineData("2026-09-14")]
    [InlineData("20261340000000")]
    [InlineData("202609140000")]
    [InlineData("14092026")]
    public void Date_InAnyOtherForm_IsNone(string text) => EppDates.TryRead(text, out _).ShouldBeFalse();
}
