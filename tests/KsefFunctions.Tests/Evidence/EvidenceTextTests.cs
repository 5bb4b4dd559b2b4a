using System.Buffers;
using System.Text.Json;
using KsefFunctions.Evidence;

namespace KsefFunctions.Tests.Evidence;

public sealed class EvidenceTextTests
{
    [Theory]
    [InlineData("""{"url":"https://files.example/upo/1?sig=abc%2F","ok":true}""", """{"url":"https://files.example/upo/1?…","ok":true}""")]
    [InlineData("""["http://a/1?sig=x","https://b/2?sig=y"]""", """["http://a/1?…","https://b/2?…"]""")]
    [InlineData("""{"text":"Is this right? Yes.","url":"https://files.example/upo/1"}""", """{"text":"Is this right? Yes.","url":"https://files.example/upo/1"}""")]
    [InlineData("", "")]
    public void Write_AnyBody_LosesTheQueriesOfAddressesOnly(string body, string expected) => Written(body).ShouldBe(expected);

    [Fact]
    public void Write_LongBody_IsTheSameText()
    {
        // Whatever the length of a piece, some of these letters of two UTF-16 units lie across its end.
        var body = string.Concat(Enumerable.Range(0, 20_000).Select(index => index % 3 == 0 ? "ż\"" : "𝄞"));

        Written(body).ShouldBe(body);
    }

    private static string? Written(string body)
    {
        var document = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(document))
        {
            EvidenceText.Write(json, body);
        }

        return JsonDocument.Parse(document.WrittenMemory).RootElement.GetString();
    }
}
