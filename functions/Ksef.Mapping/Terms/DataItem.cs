namespace Ksef.Mapping;

/// <summary>What a reader finds in a file, one after another: invoices, documents that are left out, findings that belong to no invoice.</summary>
public abstract record DataItem;
