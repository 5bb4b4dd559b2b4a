using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.TestData;

/// <summary>Bodies of the test-data operations.</summary>
[JsonSerializable(typeof(SubjectCreateRequest))]
[JsonSerializable(typeof(SubjectRemoveRequest))]
[JsonSerializable(typeof(PersonCreateRequest))]
[JsonSerializable(typeof(NipRequest))]
[JsonSerializable(typeof(TestPermissionsRequest))]
[JsonSerializable(typeof(ContextBlockRequest))]
[JsonSerializable(typeof(SessionLimitsRequest))]
[JsonSerializable(typeof(SubjectLimitsRequest))]
[JsonSerializable(typeof(RateLimitsRequest))]
internal sealed partial class TestDataJson : JsonSerializerContext
{
    public static TestDataJson Types { get; } = new(JsonFormat.Options());
}
