using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Ksef.Mapping.Tests.Full;

/// <summary>Turns FA(3) into the full JSON, member for element, in another order than the schema's.</summary>
internal static class FullJson
{
    public static JsonObject Of(XElement invoice)
    {
        var members = Content(invoice);
        members.Remove("Naglowek");
        return members;
    }

    private static JsonObject Content(XElement element)
    {
        var members = new JsonObject();
        foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName).Reverse())
        {
            members[group.Key] = group.Count() == 1 ? Value(group.Single()) : new JsonArray([.. group.Select(Value)]);
        }

        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0))
        {
            members["@" + attribute.Name.LocalName] = attribute.Value;
        }

        return members;
    }

    private static JsonNode Value(XElement element) => element.HasElements || element.HasAttributes ? Content(element) : JsonValue.Create(element.Value);
}
