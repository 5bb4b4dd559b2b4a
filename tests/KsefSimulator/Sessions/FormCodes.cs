using Ksef.Invoices;
using KsefSimulator.Http;
using KsefSimulator.Invoices;

namespace KsefSimulator.Sessions;

/// <summary>The form codes that sessions can be opened for.</summary>
internal static class FormCodes
{
    private const string Unsupported = "Wskazany kod formularza nie jest wspierany.";

    /// <exception cref="KsefRefusal">21405: unknown, or not allowed in a package.</exception>
    public static InvoiceSchema Require(FormCodeBody? body, SessionKind kind)
    {
        var code = Http.Require.Present(body, "formCode");
        var schema = InvoiceSchema.All.FirstOrDefault(known => known.SystemCode == code.SystemCode && known.SchemaVersion == code.SchemaVersion && known.FormCodeValue == code.Value);
        return schema is not null && (kind == SessionKind.Online || schema.AllowedInBatch) ? schema : throw Refusals.InvalidInput(Unsupported);
    }

    public static InvoiceSchema Of(Session session) => InvoiceSchema.All.First(schema => schema.SystemCode == session.SystemCode);
}
