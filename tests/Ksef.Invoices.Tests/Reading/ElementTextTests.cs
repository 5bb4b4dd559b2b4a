using Ksef.Invoices.Tests.Checking;
using Ksef.Invoices.Tests.Structure;

namespace Ksef.Invoices.Tests.Reading;

public sealed class ElementTextTests
{
    [Theory]
    [InlineData("<P_2>AB/1</P_2>")]
    [InlineData("<P_2>A<!-- --><![CDATA[B]]>/<!-- -->1</P_2>")]
    [InlineData("<P_2>&#65;B/1<!-- --></P_2>")]
    public void Check_TextInSeveralPieces_IsOneText(string number) =>
        Check.Of(Edited.Sample(("<P_2>FV/2026/02/0001</P_2>", number))).Invoice!.Number.ShouldBe("AB/1");
}
