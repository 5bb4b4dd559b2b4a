namespace Ksef.Mapping;

/// <summary>What a file of data is, told by its content, never by its name.</summary>
public enum FileFormat
{
    /// <summary>None that this library knows.</summary>
    Unknown,

    /// <summary>EDI++ of InsERT and its imitators.</summary>
    Epp,

    /// <summary>JPK_FA, of whatever version.</summary>
    JpkFa,

    /// <summary>Document XML of Comarch Optima.</summary>
    Optima,

    /// <summary>Text in columns, whatever the separator.</summary>
    Csv,

    /// <summary>A workbook of Office Open XML.</summary>
    Xlsx,

    /// <summary>The simple layout in JSON: an object, an array, or an object in every line.</summary>
    SimpleJson,

    /// <summary>FA(3) field for field in JSON.</summary>
    FullJson,

    /// <summary>A finished invoice in XML: nothing to map.</summary>
    InvoiceXml,

    /// <summary>A ZIP that is no workbook: its entries are to be told one by one.</summary>
    Zip,
}
