using Azure;
using Azure.Storage.Blobs.Models;
using KsefFunctions.Intake;
using LocalHost.Host.Functions;
using LocalHost.Host.Protos;
using Microsoft.Azure.WebJobs;
using Newtonsoft.Json.Linq;

namespace LocalHost.Tests.Host;

public sealed class TypedDataConversionTests
{
    [Fact]
    public void ToObject_JsonText_IsTheText() => TypedDataConversion.ToObject(new TypedData { Json = "\"2026-03-02T08:00:00Z\"" }).ShouldBe("2026-03-02T08:00:00Z");

    [Fact]
    public void ToObject_JsonObject_KeepsDatesAsTheyAreWritten() =>
        TypedDataConversion.ToObject(new TypedData { Json = """{"at":"2026-03-02T08:00:00.0000000+02:00"}""" })
            .ShouldBeOfType<JObject>().Value<string>("at").ShouldBe("2026-03-02T08:00:00.0000000+02:00");

    [Fact]
    public void ToObject_Nothing_IsNull()
    {
        TypedDataConversion.ToObject(null).ShouldBeNull();
        TypedDataConversion.ToObject(new TypedData()).ShouldBeNull();
    }

    [Fact]
    public void ToTypedData_Reference_IsHandedOnUnread()
    {
        var reference = new ParameterBindingData("1.0", "AzureStorageBlobs", BinaryData.FromString("""{"BlobName":"a"}"""), "application/json");

        ModelBindingData data = TypedDataConversion.ToTypedData(reference).ShouldNotBeNull().ModelBindingData;

        data.Source.ShouldBe("AzureStorageBlobs");
        data.Content.ToStringUtf8().ShouldBe("""{"BlobName":"a"}""");
    }

    [Fact]
    public void ToTypedData_ValuesOfATrigger_AreJson()
    {
        TypedDataConversion.ToTypedData(5L)!.Json.ShouldBe("5");
        TypedDataConversion.ToTypedData(new Uri("http://127.0.0.1/a"))!.Json.ShouldBe("\"http://127.0.0.1/a\"");
        TypedDataConversion.ToTypedData(new Dictionary<string, string> { ["Nip"] = "1" })!.Json.ShouldBe("""{"Nip":"1"}""");
    }

    [Fact]
    public void ToTypedData_PropertiesOfABlob_AreReadByTheApp()
    {
        var written = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        BlobProperties properties = BlobsModelFactory.BlobProperties(lastModified: written, eTag: new ETag("0x1"));

        string json = TypedDataConversion.ToTypedData(properties)!.Json;

        InboxTrigger.LastModifiedIn(new Dictionary<string, object?> { ["Properties"] = json }).ShouldBe(written);
    }

    [Fact]
    public void ToTypedData_WhatHasNoForm_IsNull() => TypedDataConversion.ToTypedData(new object()).ShouldBeNull();
}
