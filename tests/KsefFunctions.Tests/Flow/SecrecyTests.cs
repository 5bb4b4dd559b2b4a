using System.Text;

namespace KsefFunctions.Tests.Flow;

public sealed class SecrecyTests
{
    [Fact]
    public async Task Drop_WholeFlow_NoSecretAndNoInvoiceContentInLogsHistoryOrEvidence()
    {
        await using var app = await RunningApp.StartAsync();
        var invoice = RunningApp.Invoice();
        invoice = invoice with { Buyer = invoice.Buyer with { Name = "Tajny Nabywca sp. z o.o." } };

        var record = await app.SettleAsync("secret.xml", invoice.ToBytes());

        var history = string.Join('\n', (await app.Engine.GetHistoryAsync(record.Id, CancellationToken.None)).Select(item => System.Text.Json.JsonSerializer.Serialize<object>(item)));
        var stored = await ReadAllAsync(app, "durable-history");
        var work = await ReadAllAsync(app, "archive", name => name.Contains("/ksef/", StringComparison.Ordinal));
        foreach (var text in new[] { string.Join('\n', app.Log.Lines), history, stored, work })
        {
            text.ShouldNotBeEmpty();
            text.ShouldNotContain("eyJ", Case.Sensitive, "a JWT starts like this");
            text.ShouldNotContain("Tajny Nabywca");
            text.ShouldNotContain("PRIVATE KEY");
            text.ShouldNotContain(app.App.FunctionKey);
            text.ShouldNotContain("sig=");
        }
    }

    private static async Task<string> ReadAllAsync(RunningApp app, string container, Func<string, bool>? chosen = null)
    {
        var all = new StringBuilder();
        foreach (var name in (await app.NamesAsync(container)).Where(name => chosen?.Invoke(name) ?? true))
        {
            var content = await app.Container(container).GetBlobClient(name).DownloadContentAsync();
            all.AppendLine(content.Value.Content.ToString());
        }

        return all.ToString();
    }
}
