using System.Net;
using System.Text.Json.Nodes;

namespace KsefSimulator.Tests.Support;

/// <summary>An open session and what tests do with it.</summary>
internal sealed record TestSession(TestKsef Ksef, string Token, string Reference, TestKey Key)
{
    public static JsonObject SendBody(TestKey key, byte[] invoice, bool offline = false)
    {
        var encrypted = key.Encrypt(invoice);
        return new JsonObject
        {
            ["invoiceHash"] = TestKsef.Sha256(invoice),
            ["invoiceSize"] = invoice.Length,
            ["encryptedInvoiceHash"] = TestKsef.Sha256(encrypted),
            ["encryptedInvoiceSize"] = encrypted.Length,
            ["encryptedInvoiceContent"] = Convert.ToBase64String(encrypted),
            ["offlineMode"] = offline,
        };
    }

    public Task<Reply> TrySendAsync(byte[] invoice, Action<JsonObject>? change = null)
    {
        var body = SendBody(Key, invoice);
        change?.Invoke(body);
        return Ksef.PostAsync($"sessions/online/{Reference}/invoices", body, Token);
    }

    /// <returns>The invoice's reference number.</returns>
    public async Task<string> SendAsync(byte[] invoice, Action<JsonObject>? change = null)
    {
        var reply = await TrySendAsync(invoice, change);
        reply.Status.ShouldBe(HttpStatusCode.Accepted, reply.Text);
        return reply.Json["referenceNumber"]!.GetValue<string>();
    }

    public async Task<JsonNode> VerdictAsync(byte[] invoice, Action<JsonObject>? change = null) =>
        (await Ksef.GetAsync($"sessions/{Reference}/invoices/{await SendAsync(invoice, change)}", Token)).Json["status"]!;

    public Task<Reply> CloseAsync(string kind = "online") => Ksef.PostAsync($"sessions/{kind}/{Reference}/close", null, Token);

    public async Task<JsonNode> StatusAsync() => (await Ksef.GetAsync($"sessions/{Reference}", Token)).Json;

    public async Task<JsonArray> InvoicesAsync(string suffix = "") => (await Ksef.GetAsync($"sessions/{Reference}/invoices{suffix}", Token)).Json["invoices"]!.AsArray();

    /// <summary>The status once it is final.</summary>
    public Task<JsonNode> FinalAsync() => TestKsef.EventuallyAsync(StatusAsync, status => status["status"]!["code"]!.GetValue<int>() is not (100 or 150 or 170));
}
