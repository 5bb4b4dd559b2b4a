using System.Text.Json;
using Ksef.Invoices;
using Ksef.Mapping.Settings;

namespace Ksef.Mapping;

/// <summary>Reads <c>mapping.json</c>.</summary>
public static class DataMappingFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "mapping.json";

    /// <summary>Reads a mapping. With a mistake in it nothing that it concerns is mapped: see <see cref="DataMapping.Mistakes"/>.</summary>
    /// <param name="content">The file, UTF-8.</param>
    public static DataMapping Read(ReadOnlyMemory<byte> content)
    {
        var mapping = DataMapping.Empty;
        var columns = new Dictionary<string, SimpleField?>();
        var ready = new Dictionary<string, SimpleField?>();
        var (constants, defaults) = (new Dictionary<SimpleField, string>(), new Dictionary<SimpleField, string>());
        var codes = new Dictionary<SimpleField, IReadOnlyDictionary<string, string>>();
        var formats = new List<string>();
        var settings = new SettingsObject(Name, SourceFindings.MappingMistake);
        settings.Read(content, new Dictionary<string, Func<JsonElement, Words?>>
        {
            ["ready"] = element => MappingRules.Ready(element, ready),
            ["columns"] = element => MappingRules.Columns(element, columns),
            ["constants"] = element => MappingRules.Values(element, constants),
            ["defaults"] = element => MappingRules.Values(element, defaults),
            ["codes"] = element => MappingRules.Codes(element, codes),
            ["decimalSign"] = SettingsRules.Choice(value => mapping = mapping with { DecimalSign = value }, (",", DecimalSign.Comma), (".", DecimalSign.Point)),
            ["dateFormats"] = element => MappingRules.Formats(element, formats),
            ["separator"] = SettingsRules.Choice(value => mapping = mapping with { Separator = value }, (";", ';'), (",", ','), ("\t", '\t'), ("|", '|')),
            ["encoding"] = SettingsRules.Form(text => Csv.CsvEncoding.OfName(text) is null ? null : text, value => mapping = mapping with { Encoding = value }, new("nieznane kodowanie", "unknown encoding")),
            ["headerRow"] = SettingsRules.Count(value => mapping = mapping with { HeaderRow = value }, 1, 1000),
            ["sheet"] = SettingsRules.Text(value => mapping = mapping with { Sheet = value }),
        });

        // What the company says of a heading comes later and so wins.
        foreach (var (heading, field) in columns)
        {
            ready[heading] = field;
        }

        return mapping with { Columns = ready, Constants = constants, Defaults = defaults, Codes = codes, DateFormats = formats, Mistakes = settings.Mistakes };
    }
}
