using System.Text.Json.Serialization;

namespace KsefFunctions.Errors;

/// <summary>Who can end what an error tells of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Party>))]
public enum Party
{
    /// <summary>Nobody has to: nothing is wrong, or it passes by itself.</summary>
    Nobody,

    /// <summary>Whoever runs or supplies the program that writes the files.</summary>
    Erp,

    /// <summary>The company's finance people: they issue the invoice and hold the company's rights in KSeF.</summary>
    Finance,

    /// <summary>Whoever runs this app and its Azure resources.</summary>
    Operations,

    /// <summary>The Ministry of Finance, which runs KSeF.</summary>
    Ministry,
}
