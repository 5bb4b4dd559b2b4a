using System.Xml.Linq;

namespace Ksef.Client;

/// <summary>The document that is signed to log in. Source: schema AuthTokenRequest 2.0 of the KSeF API.</summary>
internal static class AuthTokenRequest
{
    public static readonly XNamespace Namespace = "http://ksef.mf.gov.pl/auth/token/2.0";

    public static XElement Create(string challenge, ContextIdentifier context, bool byFingerprint) =>
        new(
            Namespace + "AuthTokenRequest",
            new XElement(Namespace + "Challenge", challenge),
            new XElement(Namespace + "ContextIdentifier", new XElement(Namespace + context.Type.ToString(), context.Value)),
            new XElement(Namespace + "SubjectIdentifierType", byFingerprint ? "certificateFingerprint" : "certificateSubject"));
}
