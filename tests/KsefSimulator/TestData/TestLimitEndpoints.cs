using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Permissions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KsefSimulator.TestData;

/// <summary>POST and DELETE of session limits, certificate limits and request limits under /testdata.</summary>
internal static class TestLimitEndpoints
{
    public static void MapTestLimits(this IEndpointRouteBuilder api)
    {
        api.MapPost("/testdata/limits/context/session", SetSessionsAsync).WithName("TestDataSessionLimits").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapDelete("/testdata/limits/context/session", (HttpContext context, ContextLimitBook book) => Done(() => book.Reset(context.Caller().Context)))
            .WithName("TestDataSessionLimitsReset").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/testdata/limits/subject/certificate", SetCertificatesAsync).WithName("TestDataCertificateLimits").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapDelete("/testdata/limits/subject/certificate", (HttpContext context, SubjectLimitBook book) => Done(() => book.Reset(context.Caller().Subject)))
            .WithName("TestDataCertificateLimitsReset").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/testdata/rate-limits", SetRatesAsync).WithName("TestDataRateLimits").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/testdata/rate-limits/production", (HttpContext context, RateLimitBook book) => Done(() => book.SetProduction(context.Caller().Context)))
            .WithName("TestDataRateLimitsProduction").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapDelete("/testdata/rate-limits", (HttpContext context, RateLimitBook book) => Done(() => book.Reset(context.Caller().Context)))
            .WithName("TestDataRateLimitsReset").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> SetSessionsAsync(HttpContext context, ContextLimitBook book)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.SessionLimitsRequest, context.RequestAborted);
        book.Set(context.Caller().Context, new ContextLimits(Limits(request.OnlineSession, "onlineSession"), Limits(request.BatchSession, "batchSession")));
        return TypedResults.Ok();
    }

    private static async Task<IResult> SetCertificatesAsync(HttpContext context, SubjectLimitBook book)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.SubjectLimitsRequest, context.RequestAborted);
        if (request.SubjectIdentifierType is { } type)
        {
            PermissionRules.Choice(type, "subjectIdentifierType", "Nip", "Pesel", "Fingerprint");
        }

        var subject = context.Caller().Subject;
        var current = book.Of(subject);
        book.Set(subject, new SubjectLimits(
            NotNegative(request.Enrollment?.MaxEnrollments ?? current.MaxEnrollments, "maxEnrollments"),
            NotNegative(request.Certificate?.MaxCertificates ?? current.MaxCertificates, "maxCertificates")));
        return TypedResults.Ok();
    }

    private static async Task<IResult> SetRatesAsync(HttpContext context, RateLimitBook book)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.RateLimitsRequest, context.RequestAborted);
        var given = new Dictionary<string, RateLimitValues>(Require.Present(request.RateLimits, "rateLimits").Where(pair => pair.Value is not null), StringComparer.OrdinalIgnoreCase);
        if (ApiRateLimits.Required.FirstOrDefault(group => !given.ContainsKey(group)) is { } missing)
        {
            throw Refusals.InvalidInput($"Pole 'rateLimits.{missing}' jest wymagane.");
        }

        var changed = book.Defaults.With(given);
        if (changed.All.Any(pair => pair.Values is not { PerSecond: >= 1, PerMinute: >= 1, PerHour: >= 1 }))
        {
            throw Refusals.InvalidInput("Limity żądań muszą być większe od zera.");
        }

        book.Set(context.Caller().Context, changed);
        return TypedResults.Ok();
    }

    private static SessionLimits Limits(SessionLimitsBody? body, string name)
    {
        Require.Present(body, name);
        return body is { MaxInvoiceSizeInMB: >= 0 and <= 5, MaxInvoiceWithAttachmentSizeInMB: >= 0 and <= 10, MaxInvoices: >= 0 and <= 100_000 }
            ? new SessionLimits(body.MaxInvoiceSizeInMB.Value, body.MaxInvoiceWithAttachmentSizeInMB.Value, body.MaxInvoices.Value)
            : throw Refusals.InvalidInput($"Pole '{name}' zawiera wartość spoza dozwolonego zakresu.");
    }

    private static int NotNegative(int value, string name) => value >= 0 ? value : throw Refusals.InvalidInput($"Pole '{name}' nie może być ujemne.");

    private static Ok Done(Action change)
    {
        change();
        return TypedResults.Ok();
    }
}
