using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Permissions;

namespace KsefSimulator.TestData;

/// <summary>POST /testdata/subject and /testdata/person, and their removal.</summary>
internal static class TestSubjectEndpoints
{
    private static readonly string[] Types = [TestSubject.EnforcementAuthority, TestSubject.VatGroup, TestSubject.Jst];

    public static void MapTestSubjects(this IEndpointRouteBuilder api)
    {
        api.MapPost("/testdata/subject", CreateSubjectAsync).WithName("TestDataSubject").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/subject/remove", RemoveSubjectAsync).WithName("TestDataSubjectRemove").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/person", CreatePersonAsync).WithName("TestDataPerson").RateLimited(RateLimitGroup.Anonymous);
        api.MapPost("/testdata/person/remove", RemovePersonAsync).WithName("TestDataPersonRemove").RateLimited(RateLimitGroup.Anonymous);
    }

    private static async Task<IResult> CreateSubjectAsync(HttpContext context, TestRegister register, TimeProvider time)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.SubjectCreateRequest, context.RequestAborted);
        var type = Types.FirstOrDefault(known => known == request.SubjectType) ?? throw Refusals.InvalidInput("Pole 'subjectType' ma niedozwoloną wartość.");
        var subunits = (request.Subunits ?? []).Select(unit => new TestSubunit(TestIdentifiers.Nip(unit.SubjectNip), Require.Text(unit.Description, "subunits.description", 5, 256))).ToList();
        register.Add(new TestSubject(
            TestIdentifiers.Nip(request.SubjectNip), type, Require.Text(request.Description, "description", 5, 256), subunits, request.CreatedDate ?? time.GetUtcNow()));
        return TypedResults.Ok();
    }

    private static async Task<IResult> RemoveSubjectAsync(HttpContext context, TestRegister register)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.SubjectRemoveRequest, context.RequestAborted);
        register.RemoveSubject(TestIdentifiers.Nip(request.SubjectNip));
        return TypedResults.Ok();
    }

    private static async Task<IResult> CreatePersonAsync(HttpContext context, TestRegister register, TimeProvider time)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.PersonCreateRequest, context.RequestAborted);
        register.Add(new TestPerson(
            TestIdentifiers.Nip(request.Nip),
            TestIdentifiers.Pesel(request.Pesel),
            request.IsBailiff ?? throw Refusals.InvalidInput("Pole 'isBailiff' jest wymagane."),
            Require.Text(request.Description, "description", 5, 256),
            request.CreatedDate ?? time.GetUtcNow(),
            request.IsDeceased ?? false));
        return TypedResults.Ok();
    }

    private static async Task<IResult> RemovePersonAsync(HttpContext context, TestRegister register, PermissionDirectory directory)
    {
        var request = await JsonBody.ReadAsync(context.Request, TestDataJson.Types.NipRequest, context.RequestAborted);
        var nip = TestIdentifiers.Nip(request.Nip);
        if (register.Person(nip) is { } person)
        {
            directory.RevokeAll(null, new SubjectIdentifier(SubjectIdentifier.PeselType, person.Pesel));
            directory.RevokeAll(null, new SubjectIdentifier(SubjectIdentifier.NipType, nip));
            register.RemovePerson(nip);
        }

        return TypedResults.Ok();
    }
}
