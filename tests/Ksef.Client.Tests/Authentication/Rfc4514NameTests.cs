using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client.Tests;

public sealed class Rfc4514NameTests
{
    private const string CommonName = "2.5.4.3";
    private const string DomainComponent = "0.9.2342.19200300.100.1.25";

    [Fact]
    public void Of_TypesWithKeyword_AreWrittenFromTheLastToTheFirst() =>
        Of([[("0.9.2342.19200300.100.1.1", "jsmith")], .. ExampleNet]).ShouldBe("UID=jsmith,DC=example,DC=net");

    [Fact]
    public void Of_SeveralValuesInOnePlace_AreJoinedByPlus() =>
        Of([[("2.5.4.11", "Sales"), (CommonName, "J.  Smith")], .. ExampleNet]).ShouldBe("OU=Sales+CN=J.  Smith,DC=example,DC=net");

    [Theory]
    [InlineData("James \"Jim\" Smith, III", "James \\\"Jim\\\" Smith\\, III")]
    [InlineData("Before\rAfter", "Before\\0DAfter")]
    [InlineData("\0\u0085", "\\00\\C2\\85")]
    [InlineData("Lučić", "Lučić")]
    [InlineData("Młyn 🌾", "Młyn 🌾")]
    [InlineData("#1 + 2; <3>", "\\#1 \\+ 2\\; \\<3\\>")]
    [InlineData("a#b = c/d", "a#b = c/d")]
    [InlineData("C:\\mill", "C:\\\\mill")]
    [InlineData("  two  ", "\\  two \\ ")]
    [InlineData(" ", "\\ ")]
    [InlineData("", "")]
    public void Of_LettersWithAMeaning_AreEscaped(string value, string written) =>
        Of([[(CommonName, value)], .. ExampleNet]).ShouldBe($"CN={written},DC=example,DC=net");

    [Fact]
    public void Of_TypesWithoutKeyword_AreNumberAndEncodedValue() =>
        Of([("2.5.4.97", "VATPL-5265877635")], [("2.5.4.4", "Kos")], [("2.5.4.42", "Ada")], [("1.2.840.113549.1.9.1", "a@b")], [("2.5.4.6", "PL")])
            .ShouldBe("2.5.4.97=#0C10564154504C2D35323635383737363335,2.5.4.4=#0C034B6F73,2.5.4.42=#0C03416461,1.2.840.113549.1.9.1=#0C03614062,C=PL");

    [Fact]
    public void Of_ValueThatIsNoText_IsEncoded()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CommonName);
            writer.WriteOctetString("Hi"u8);
        }

        Rfc4514Name.Of(new X500DistinguishedName(writer.Encode())).ShouldBe("CN=#04024869");
    }

    [Fact]
    public void Of_TextWithLettersThatItsKindDoesNotHave_IsEncoded()
    {
        // PrintableString has no @, and certificates hold it all the same.
        byte[] name = [0x30, 0x0C, 0x31, 0x0A, 0x30, 0x08, 0x06, 0x03, 0x55, 0x04, 0x03, 0x13, 0x01, (byte)'@'];

        Rfc4514Name.Of(new X500DistinguishedName(name)).ShouldBe("CN=#130140");
    }

    [Fact]
    public void Of_NoName_IsEmpty() => Of().ShouldBeEmpty();

    private static (string Type, string Value)[][] ExampleNet => [[(DomainComponent, "example")], [(DomainComponent, "net")]];

    private static string Of(params (string Type, string Value)[][] relativeNames) => Rfc4514Name.Of(DistinguishedNames.Of(relativeNames));
}
