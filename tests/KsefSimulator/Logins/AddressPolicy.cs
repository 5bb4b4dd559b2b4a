using System.Net;
using System.Xml;

namespace KsefSimulator.Logins;

/// <summary>From which addresses a token may be used: single addresses, ranges <c>a-b</c> and masks <c>a/n</c>. Empty: from anywhere.</summary>
internal sealed record AddressPolicy(IReadOnlyList<string> Addresses, IReadOnlyList<string> Ranges, IReadOnlyList<string> Masks)
{
    public static AddressPolicy Any { get; } = new([], [], []);

    public bool AllowsAny => Addresses.Count + Ranges.Count + Masks.Count == 0;

    public static AddressPolicy Parse(XmlElement policy)
    {
        List<string> Values(string name) => policy.GetElementsByTagName(name, policy.NamespaceURI).OfType<XmlElement>().Select(element => element.InnerText.Trim()).ToList();
        return new AddressPolicy(Values("Ip4Address"), Values("Ip4Range"), Values("Ip4Mask"));
    }

    public bool Allows(IPAddress? address)
    {
        if (AllowsAny)
        {
            return true;
        }

        if (address is null)
        {
            return false;
        }

        var value = ToNumber(address.MapToIPv4());
        return Addresses.Any(text => TryParse(text) == value)
            || Ranges.Any(range => range.Split('-') is [var low, var high] && TryParse(low) <= value && value <= TryParse(high))
            || Masks.Any(mask => IPNetwork.TryParse(mask, out var network) && network.Contains(address.MapToIPv4()));
    }

    private static uint? TryParse(string text) => IPAddress.TryParse(text.Trim(), out var address) ? ToNumber(address) : null;

    private static uint ToNumber(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
    }
}
