namespace KsefFunctions.Api;

/// <summary>Who is asking. On Azure the platform signs people in and says who they are; it removes such headers from outside.</summary>
internal static class Caller
{
    private const string NameHeader = "X-MS-CLIENT-PRINCIPAL-NAME";

    /// <summary>Name of the signed-in person; null without sign-in.</summary>
    public static string? NameOf(HttpRequest request) =>
        request.Headers[NameHeader].ToString() is { Length: > 0 } name ? name : null;
}
