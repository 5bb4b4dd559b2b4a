using System.Text;
using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Tests.Reading;

public sealed class Utf8TextTests
{
    private const string Text = "Zażółć gęślą jaźń 1 € 𝄞🥖 koniec 🥖";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(4_096)]
    public void Read_IntoABufferOfAnySize_GivesTheText(int size)
    {
        using var reader = new Utf8Text(Encoding.UTF8.GetBytes(Text));
        var (read, buffer) = (new StringBuilder(), new char[size]);
        while (reader.Read(buffer, 0, size) is var count and > 0)
        {
            read.Append(buffer, 0, count);
        }

        read.ToString().ShouldBe(Text);
    }

    [Fact]
    public void Read_OneByOne_GivesTheTextWithoutItsByteOrderMark()
    {
        using var reader = new Utf8Text(Encoding.UTF8.GetBytes("\uFEFF" + Text));
        var read = new StringBuilder();
        while (reader.Read() is var character and >= 0)
        {
            read.Append((char)character);
        }

        read.ToString().ShouldBe(Text);
    }
}
