using System.Text.Json.Serialization;
using KsefFunctions.Files;
using KsefFunctions.Index;

namespace KsefFunctions.Api;

/// <summary>A page of files, newest first.</summary>
public sealed record FilesPage(IReadOnlyList<FileSummary> Files, string? Continuation);

/// <summary>Body of approve and refuse.</summary>
/// <param name="By">Who decides; ignored where the platform tells who is signed in.</param>
/// <param name="Comment">Why.</param>
public sealed record DecisionRequest(string? By, string? Comment);

/// <summary>Answer to a request that starts something.</summary>
public sealed record Started(string Id, string InstanceId, int Attempt);

/// <summary>JSON of the HTTP API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FilesPage))]
[JsonSerializable(typeof(FileView))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(Started))]
[JsonSerializable(typeof(FileCounts))]
[JsonSerializable(typeof(ErrorList))]
[JsonSerializable(typeof(InvoicesFound))]
[JsonSerializable(typeof(RebuildView))]
[JsonSerializable(typeof(WatchView))]
internal sealed partial class ApiJson : JsonSerializerContext;
