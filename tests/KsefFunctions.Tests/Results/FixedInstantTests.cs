using System.Text.Json;
using KsefFunctions.Results;

namespace KsefFunctions.Tests.Results;

public sealed class FixedInstantTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new FixedInstant() } };

    [Theory]
    [InlineData("2026-02-03T10:15:04+00:00", "2026-02-03T10:15:04.000Z")]
    [InlineData("2026-02-03T00:15:04.1239999+01:00", "2026-02-02T23:15:04.123Z")]
    public void Write_AnyMoment_HasTheSameDigitsAndZone(string moment, string written) =>
        JsonSerializer.Serialize(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Options).ShouldBe($"\"{written}\"");
}
