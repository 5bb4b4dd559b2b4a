using System.Text;
using System.Xml.Linq;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>Spoils a valid document in a random but repeatable way.</summary>
internal static class Mutation
{
    private static readonly string[] Texts = ["", " ", "x", "-1", "1,5", "2026-13-01", "PL", "0", "99999999999999999999", new string('d', 600), "1.23456789"];

    public static byte[] Of(byte[] valid, int seed)
    {
        var random = new Random(seed);
        var document = XDocument.Load(new MemoryStream(valid));
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            Change([.. document.Root!.Descendants()], random);
        }

        return Encoding.UTF8.GetBytes(document.Declaration + document.ToString());
    }

    private static void Change(XElement[] elements, Random random)
    {
        var element = elements[random.Next(elements.Length)];
        switch (random.Next(8))
        {
            case 0:
                element.Remove();
                break;
            case 1:
                element.AddAfterSelf(new XElement(element));
                break;
            case 2 when element.NextNode is { } next:
                element.Remove();
                next.AddAfterSelf(element);
                break;
            case 3:
                element.AddBeforeSelf(new XElement(elements[random.Next(elements.Length)]));
                break;
            case 4:
                element.Name = element.Name.Namespace + "Obce";
                break;
            case 5:
                element.SetAttributeValue("obcy", "1");
                break;
            case 6:
                element.Name = element.Name.LocalName;
                break;
            default:
                element.Value = Texts[random.Next(Texts.Length)];
                break;
        }
    }
}
