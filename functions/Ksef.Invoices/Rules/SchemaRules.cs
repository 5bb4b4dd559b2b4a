namespace Ksef.Invoices.Rules;

/// <summary>Whether KSeF takes this schema in this environment and on this way.</summary>
internal static class SchemaRules
{
    public static void Check(InvoiceSchema schema, InvoiceCheckOptions options, FindingList findings)
    {
        if (options.AllowedSchemas is { } allowed && !allowed.Contains(schema))
        {
            findings.Add(SchemaFindings.NotAllowed.At(Location.File, ("schema", schema.Name), ("allowed", string.Join(", ", allowed))));
        }

        if (options.InBatch && !schema.AllowedInBatch)
        {
            findings.Add(SchemaFindings.NotInBatch.At(Location.File, ("schema", schema.Name)));
        }
    }
}
