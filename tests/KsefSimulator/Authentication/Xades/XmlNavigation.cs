using System.Xml;
using KsefSimulator.Http;

namespace KsefSimulator.Authentication.Xades;

/// <summary>Steps through a signature; a missing part makes the signature invalid (9105).</summary>
internal static class XmlNavigation
{
    public static IEnumerable<XmlElement> Children(this XmlElement parent, string name, string space = XmlNames.Signature) =>
        parent.ChildNodes.OfType<XmlElement>().Where(child => child.LocalName == name && child.NamespaceURI == space);

    public static XmlElement? ChildOrDefault(this XmlElement parent, string name, string space = XmlNames.Signature) => parent.Children(name, space).FirstOrDefault();

    public static XmlElement Child(this XmlElement parent, string name, string space = XmlNames.Signature) =>
        parent.ChildOrDefault(name, space) ?? throw Refusals.InvalidSignature();

    public static byte[] Base64Text(this XmlElement element)
    {
        try
        {
            return Convert.FromBase64String(element.InnerText);
        }
        catch (FormatException)
        {
            throw Refusals.InvalidSignature();
        }
    }
}
