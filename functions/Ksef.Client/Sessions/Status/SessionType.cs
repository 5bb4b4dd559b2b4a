namespace Ksef.Client;

/// <summary>The two kinds of session. Source: KSeF API 2.6, schema SessionType.</summary>
public enum SessionType
{
    /// <summary>Interactive: invoices one by one.</summary>
    Online,

    /// <summary>Batch: one package of invoices.</summary>
    Batch,
}
