using System.Reflection;
using System.Text;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KsefSimulator.Samples;

/// <summary>
/// GET /_simulator/invoice?nip=…: an FA(3) that KSeF accepts, issued today by that seller, with a number of its own (or <c>number=…</c>).
/// Somebody who starts with nothing has something to send.
/// </summary>
internal static class SampleInvoiceEndpoint
{
    private static readonly string Template = Read("Samples.fa3.xml");

    public static void MapSampleInvoice(this IEndpointRouteBuilder admin) => admin.MapGet("/invoice", Get).WithName("SampleInvoice");

    private static FileContentHttpResult Get(string? nip, string? number, TimeProvider time)
    {
        var seller = new ContextIdentifier(ContextIdentifier.NipType, nip ?? string.Empty);
        if (!seller.IsWellFormed)
        {
            throw Refusals.InvalidInput("'nip' must be the seller's NIP.");
        }

        var invoice = Template
            .Replace("{nip}", seller.Value, StringComparison.Ordinal)
            .Replace("{day}", time.WarsawToday().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{number}", System.Security.SecurityElement.Escape(number ?? $"FV/{Guid.NewGuid():N}"), StringComparison.Ordinal);
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(invoice), "application/xml");
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is missing."));
        return reader.ReadToEnd();
    }
}
