using System.Text.Json;

namespace Ksef.Client.Tests;

public sealed class ReferenceNumberTests
{
    [Theory]
    [InlineData("20250625-SO-2C3E6C8000-B675CF5D68-07", "SO")]
    [InlineData("20250626-SB-213D593000-4DE10D80A5-E9", "SB")]
    [InlineData("20250625-EE-319D7EE000-B67F415CDC-2C", "EE")]
    [InlineData("20250514-AU-2DFC46C000-3AC6D5877F-D4", "AU")]
    public void Parse_NumberFromTheDocumentation_IsAccepted(string text, string kind)
    {
        var number = ReferenceNumber.Parse(text);

        number.Value.ShouldBe(text);
        number.Kind.ShouldBe(kind);
        number.IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("20250625-SO-2C3E6C8000-B675CF5D68-08")]
    [InlineData("20250625-SO-2C3E6C8001-B675CF5D68-07")]
    [InlineData("20251325-SO-2C3E6C8000-B675CF5D68-07")]
    [InlineData("20250625-so-2C3E6C8000-B675CF5D68-07")]
    [InlineData("20250625-SO-2C3E6C8000-B675CF5D68-07 ")]
    [InlineData("../../auth/sessions/current")]
    public void TryParse_NoReferenceNumber_IsRefused(string? text) => ReferenceNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Json_RoundTrip_KeepsEveryNumber()
    {
        // Two examples of the published documentation break the checksum: what KSeF says is taken as it is.
        const string odd = "\"20250918-EU-2EBD6FA000-242EB9B66D-43\"";

        var number = JsonSerializer.Deserialize<ReferenceNumber>(odd);

        number.IsValid.ShouldBeFalse();
        number.Kind.ShouldBeEmpty();
        JsonSerializer.Serialize(number).ShouldBe(odd);
        JsonSerializer.Serialize(default(ReferenceNumber)).ShouldBe("\"\"");
    }
}
