using System.Net;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Steps;

namespace KsefFunctions.Tests.Steps;

/// <summary>What the client throws becomes the number under which the right person is told the right thing.</summary>
public sealed class KsefFailureTests
{
    private const string Nip = "5265877635";

    [Theory]
    [InlineData(415, "KSF-3101", ErrorKind.Technical)]
    [InlineData(425, "KSF-3114", ErrorKind.Transient)]
    [InlineData(450, "KSF-3115", ErrorKind.Technical)]
    [InlineData(460, "KSF-3102", ErrorKind.Technical)]
    [InlineData(470, "KSF-3116", ErrorKind.Technical)]
    [InlineData(480, "KSF-3117", ErrorKind.Technical)]
    [InlineData(550, "KSF-3001", ErrorKind.Transient)]
    [InlineData(499, "KSF-3102", ErrorKind.Technical)]
    public void Numbered_AuthenticationFailed_NamesCauseCompanyAndStatus(int status, string number, ErrorKind kind)
    {
        var failure = KsefFailure.Numbered(new KsefAuthenticationException(new AuthenticationStatus { Code = (AuthenticationStatusCode)status }), Nip);

        (failure.Definition.Code, failure.Definition.Kind).ShouldBe((number, kind));
        if (number != "KSF-3001")
        {
            failure.Message.ShouldContain(Nip);
            failure.Message.ShouldContain($"{status}");
        }
    }

    [Theory]
    [InlineData(400, 21405, null, "KSF-3202")]
    [InlineData(400, 21111, null, "KSF-3114")]
    [InlineData(400, 21173, null, "KSF-3003")]
    [InlineData(400, 99999, null, "KSF-3202")]
    [InlineData(401, null, null, "KSF-3114")]
    [InlineData(403, null, "missing-permissions", "KSF-3101")]
    [InlineData(403, null, "something-new", "KSF-3202")]
    [InlineData(404, null, null, "KSF-3202")]
    public void Numbered_CallRefused_NamesTheCauseWithWhatKsefSaid(int http, int? code, string? reason, string number)
    {
        IReadOnlyList<KsefApiError> errors = code is { } known ? [new KsefApiError(known, "Opis.", [])] : [];

        var failure = KsefFailure.Numbered(new KsefApiException("POST /x", (HttpStatusCode)http, errors, reason), Nip);

        failure.Definition.Code.ShouldBe(number);
        if (number is "KSF-3202" or "KSF-3101")
        {
            failure.Message.ShouldContain(code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? reason ?? "404");
        }
    }
}
