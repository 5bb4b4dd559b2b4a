using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>Kind of the identifier that names a context. Source: KSeF API 2.6, AuthenticationContextIdentifierType.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContextType>))]
public enum ContextType
{
    /// <summary>Tax number of a Polish taxpayer, 10 digits.</summary>
    Nip,

    /// <summary>NIP, a dash and five digits: a unit of a taxpayer.</summary>
    InternalId,

    /// <summary>NIP, a dash and an EU VAT number: a representative of a foreign company.</summary>
    NipVatUe,

    /// <summary>Identifier of a Peppol service provider.</summary>
    PeppolId,
}
