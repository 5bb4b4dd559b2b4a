using System.Globalization;
using System.Text.RegularExpressions;
using Ksef.Client;
using KsefFunctions.Answers;
using KsefFunctions.Errors;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Answers;

/// <summary>The one table of what KSeF can answer: nothing is missing, and what a person is told to do fits who the person is.</summary>
public sealed partial class AnswerTests
{
    // Certificates, tokens, permissions and test data: the app makes none of these calls. Exports neither.
    private static readonly int[] NeverAsked = [21175, 21181, 21182];
    private const int FirstOfOtherServices = 25000;

    public static TheoryData<string> Codes => [.. ErrorCatalogue.All.Select(definition => definition.Code)];

    [Fact]
    public void Invoices_EveryStatus_HasAnEntry() => ShouldHoldAll<InvoiceStatusCode>(InvoiceAnswers.All);

    [Fact]
    public void Sessions_EveryStatus_HasAnEntry() => ShouldHoldAll<SessionStatusCode>(SessionAnswers.All);

    [Fact]
    public void Authentications_EveryStatus_HasAnEntry() => ShouldHoldAll<AuthenticationStatusCode>(AuthenticationAnswers.All);

    [Fact]
    public void Refusals_EveryCodeOfTheSimulatorAndTheClient_HasAnEntry()
    {
        var ofTheSimulator = RefusalCode().Matches(Repository.Read("tests/KsefSimulator/Http/Refusals.cs")).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var ofTheClient = typeof(KsefErrorCode).GetFields().Select(field => (int)field.GetRawConstantValue()!);

        RefusalAnswers.All.Select(answer => answer.Code).ShouldBe(
            ofTheSimulator.Union(ofTheClient).Where(code => code < FirstOfOtherServices).Except(NeverAsked).Order(),
            "KSeF's tables of the single endpoints, as the simulator answers them.");
    }

    [Fact]
    public void Entries_ThatEnd_NameTheirError() =>
        InvoiceAnswers.All.Concat(SessionAnswers.All).Concat(AuthenticationAnswers.All).Concat(RefusalAnswers.All)
            .Where(answer => answer.Effect is AnswerEffect.Ends or AnswerEffect.Compares).ShouldAllBe(answer => answer.Error != null);

    [Theory]
    [InlineData(150)]
    [InlineData(199)]
    public void OfInvoice_BelowTwoHundred_IsNotDecided(int code) => InvoiceAnswers.Of((InvoiceStatusCode)code).Effect.ShouldBe(AnswerEffect.Waits);

    [Theory]
    [InlineData(401, null, "KSF-3114")]
    [InlineData(403, "missing-permissions", "KSF-3101")]
    [InlineData(403, "security-service-blocked", "KSF-3117")]
    [InlineData(403, "something-new", null)]
    [InlineData(404, null, null)]
    public void OfAccess_DeniedCall_NamesTheCauseWhereKsefSaysIt(int status, string? reason, string? number) =>
        AccessAnswers.ErrorOf(status, reason)?.Code.ShouldBe(number);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Advice_OfEachNumber_FitsWhoCanEndItAndWhetherAReplayHelps(string code)
    {
        var definition = ErrorCatalogue.Find(code).ShouldNotBeNull();

        switch (definition.Kind)
        {
            case ErrorKind.Warning or ErrorKind.Note:
                definition.Replay.ShouldBe(Replay.NotNeeded);
                break;
            case ErrorKind.Transient:
                definition.Replay.ShouldNotBe(Replay.Useless);
                break;
            case ErrorKind.Business or ErrorKind.Technical:
                definition.Responsible.ShouldNotBe(Party.Nobody);
                break;
        }

        if (definition.Replay == Replay.Useless)
        {
            definition.WhatToDo.ShouldNotContain("replay", Case.Insensitive);
        }
    }

    private static void ShouldHoldAll<T>(IReadOnlyList<KsefAnswer> answers)
        where T : struct, Enum =>
        answers.Select(answer => answer.Code).ShouldBe(Enum.GetValues<T>().Select(value => Convert.ToInt32(value, CultureInfo.InvariantCulture)).Where(code => code > 0).Order());

    [GeneratedRegex(@"(?:\bnew\(|^)\s*(\d{4,5}),", RegexOptions.Multiline)]
    private static partial Regex RefusalCode();
}
