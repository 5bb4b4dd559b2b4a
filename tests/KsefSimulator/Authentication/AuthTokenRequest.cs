using System.Xml;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Logins;

namespace KsefSimulator.Authentication;

/// <summary>The signed login document (schemas auth/token 2.0 and 2.1).</summary>
internal sealed record AuthTokenRequest(string Challenge, ContextIdentifier Context, bool ByFingerprint, AddressPolicy Policy)
{
    public const string RootName = "AuthTokenRequest";
    private static readonly string[] Namespaces = ["http://ksef.mf.gov.pl/auth/token/2.0", "http://ksef.mf.gov.pl/auth/token/2.1"];

    /// <exception cref="KsefRefusal">21401 when the document breaks the schema.</exception>
    public static AuthTokenRequest Parse(XmlElement root)
    {
        if (!Namespaces.Contains(root.NamespaceURI))
        {
            throw Refusals.SchemaViolation($"Nieznana przestrzeń nazw '{root.NamespaceURI}'.");
        }

        var members = root.ChildNodes.OfType<XmlElement>().Where(child => child.NamespaceURI == root.NamespaceURI).ToList();
        var names = string.Join(' ', members.Select(member => member.LocalName));
        if (names is not ("Challenge ContextIdentifier SubjectIdentifierType" or "Challenge ContextIdentifier SubjectIdentifierType AuthorizationPolicy"))
        {
            throw Refusals.SchemaViolation($"Nieoczekiwana zawartość elementu '{RootName}': {names}.");
        }

        return new AuthTokenRequest(
            members[0].InnerText.Trim(),
            ContextFrom(members[1]),
            ByFingerprintFrom(members[2].InnerText.Trim()),
            members.Count == 4 ? AddressPolicy.Parse(members[3]) : AddressPolicy.Any);
    }

    private static ContextIdentifier ContextFrom(XmlElement element)
    {
        if (element.ChildNodes.OfType<XmlElement>().ToList() is not [var choice] || !ContextIdentifier.Types.Contains(choice.LocalName))
        {
            throw Refusals.SchemaViolation("Element 'ContextIdentifier' musi zawierać dokładnie jeden identyfikator.");
        }

        var context = new ContextIdentifier(choice.LocalName, choice.InnerText.Trim());
        return context.IsWellFormed
            ? context
            : throw Refusals.SchemaViolation($"Wartość '{context.Value}' elementu '{context.Type}' nie jest zgodna ze wzorcem.");
    }

    private static bool ByFingerprintFrom(string type) => type switch
    {
        "certificateSubject" => false,
        "certificateFingerprint" => true,
        _ => throw Refusals.SchemaViolation($"Wartość '{type}' elementu 'SubjectIdentifierType' jest niedozwolona."),
    };
}
