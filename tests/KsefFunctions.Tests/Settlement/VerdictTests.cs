using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settlement;

namespace KsefFunctions.Tests.Settlement;

public sealed class VerdictTests
{
    private const string Session = "20261118-SO-1A2B3C4D5E-6F7A8B9C0D-3E";

    [Theory]
    [InlineData(430, "KSF-3309")]
    [InlineData(450, "KSF-3301")]
    [InlineData(410, "KSF-3305")]
    [InlineData(415, "KSF-3306")]
    [InlineData(999, "KSF-3308")]
    public void Of_Rejected_NamesTheCauseWithKsefsWords(int code, string number)
    {
        var verdict = Verdict.Of(Answer(code), Session);

        verdict.Outcome.ShouldBe(InvoiceOutcome.Rejected);
        var error = verdict.Error.ShouldNotBeNull();
        error.Code.ShouldBe(number);
        error.KsefCode.ShouldBe(code);
        error.Message.ShouldContain("Sprzedawca nie posiada zgody");
    }

    [Theory]
    [InlineData(405)]
    [InlineData(435)]
    [InlineData(500)]
    [InlineData(550)]
    public void Of_NothingWrongWithTheInvoice_LeavesItToTheNextSession(int code) =>
        Verdict.Of(Answer(code), Session).ShouldBe(new Verdict(InvoiceOutcome.Pending));

    [Theory]
    [InlineData("KSF-3305")]
    [InlineData("KSF-3306")]
    [InlineData("KSF-3308")]
    public void WhatToDo_InvoiceIsRight_LeavesItAlone(string number)
    {
        var definition = ErrorCatalogue.Find(number).ShouldNotBeNull();

        definition.WhatToDo.ShouldStartWith("Leave the invoice as it is");
        definition.WhatToDoPl.ShouldStartWith("Nie zmieniaj faktury");
    }

    private static SessionInvoice Answer(int code) => new()
    {
        ReferenceNumber = ReferenceNumber.FromKsef(Session),
        Status = new StatusInfo<InvoiceStatusCode>
        {
            Code = (InvoiceStatusCode)code,
            Description = "Nieprawidłowy zakres uprawnień",
            Details = ["Sprzedawca nie posiada zgody"],
        },
    };
}
