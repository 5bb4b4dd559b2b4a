using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Google.Protobuf;
using LocalHost.Host.Protos;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace LocalHost.Host.Functions;

/// <summary>Values between the WebJobs SDK and the worker.</summary>
internal static class TypedDataConversion
{
    // As the Functions host: what looks like a date stays the text that it is.
    private static readonly JsonSerializerSettings Returned = new() { DateParseHandling = DateParseHandling.None };

    /// <returns>Null for a value that has no form in the protocol.</returns>
    public static TypedData? ToTypedData(object? value) => value switch
    {
        TypedData data => data,
        string text => new TypedData { String = text },
        byte[] bytes => new TypedData { Bytes = ByteString.CopyFrom(bytes) },
        ParameterBindingData reference => new TypedData
        {
            ModelBindingData = new ModelBindingData
            {
                Version = reference.Version,
                Source = reference.Source,
                ContentType = reference.ContentType,
                Content = ByteString.CopyFrom(reference.Content),
            },
        },
        Uri or Guid or DateTimeOffset or DateTime or int or long or bool or IDictionary<string, string> =>
            new TypedData { Json = JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web) },

        // By the serializer of the Functions host, which keeps the names of the members.
        BlobProperties => new TypedData { Json = JsonConvert.SerializeObject(value) },
        _ => null,
    };

    /// <summary>What the worker returned, in the form that the Durable extension takes.</summary>
    public static object? ToObject(TypedData? data) => data?.DataCase switch
    {
        TypedData.DataOneofCase.String => data.String,
        TypedData.DataOneofCase.Json => JsonConvert.DeserializeObject(data.Json, Returned),
        TypedData.DataOneofCase.Bytes => data.Bytes.ToByteArray(),
        TypedData.DataOneofCase.Int => data.Int,
        TypedData.DataOneofCase.Double => data.Double,
        _ => null,
    };
}
