using System.Net;
using System.Text.Json.Nodes;

namespace KsefSimulator.Tests.Support;

/// <summary>A package on its way: announced, uploaded, closed.</summary>
internal sealed record TestPackage(TestKsef Ksef, string Token, byte[] Archive, TestKey Key)
{
    public int Parts { get; init; } = 1;

    public string CompressionType { get; init; } = "Zip";

    public static async Task<TestPackage> CreateAsync(TestKsef ksef, string token, byte[] archive) => new(ksef, token, archive, await ksef.SessionKeyAsync());

    public IReadOnlyList<byte[]> Encrypted
    {
        get
        {
            var size = (Archive.Length + Parts - 1) / Parts;
            return Archive.Chunk(size).Select(Key.Encrypt).ToList();
        }
    }

    public JsonObject OpenBody(IReadOnlyList<byte[]> parts) => new()
    {
        ["formCode"] = TestKsef.FormCode(),
        ["batchFile"] = new JsonObject
        {
            ["fileSize"] = Archive.Length,
            ["fileHash"] = TestKsef.Sha256(Archive),
            ["compressionType"] = CompressionType,
            ["fileParts"] = new JsonArray(parts.Select((part, index) => (JsonNode)new JsonObject
            {
                ["ordinalNumber"] = index + 1,
                ["fileSize"] = part.Length,
                ["fileHash"] = TestKsef.Sha256(part),
            }).ToArray()),
        },
        ["encryption"] = Key.ToJson(),
        ["offlineMode"] = false,
    };

    public async Task<(TestSession Session, JsonArray Uploads)> OpenAsync(Action<JsonObject>? change = null)
    {
        var body = OpenBody(Encrypted);
        change?.Invoke(body);
        var reply = await Ksef.PostAsync("sessions/batch", body, Token);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Text);
        return (new TestSession(Ksef, Token, reply.Json["referenceNumber"]!.GetValue<string>(), Key), reply.Json["partUploadRequests"]!.AsArray());
    }

    public async Task<Reply> UploadAsync(JsonNode upload, byte[] part)
    {
        using var request = new HttpRequestMessage(new HttpMethod(upload["method"]!.GetValue<string>()), upload["url"]!.GetValue<string>()) { Content = new ByteArrayContent(part) };
        foreach (var (name, value) in upload["headers"]!.AsObject())
        {
            request.Headers.Add(name, value!.GetValue<string>());
        }

        return await Ksef.SendAsync(request);
    }

    /// <summary>Opens, uploads all parts, closes.</summary>
    public async Task<TestSession> SendAsync(Action<JsonObject>? change = null, Func<int, byte[], byte[]>? tamper = null)
    {
        var (session, uploads) = await OpenAsync(change);
        foreach (var (part, index) in Encrypted.Select((part, index) => (part, index)))
        {
            (await UploadAsync(uploads[index]!, tamper?.Invoke(index, part) ?? part)).Status.ShouldBe(HttpStatusCode.Created);
        }

        var closed = await session.CloseAsync("batch");
        closed.Status.ShouldBe(HttpStatusCode.NoContent, closed.Text);
        return session;
    }
}
