namespace KsefSimulator.Http;

/// <summary>A refusal with a status other than 400: always problem details, whatever error format the client asked for.</summary>
internal sealed class HttpRefusal(int status, string title, string detail, string? reasonCode = null, IReadOnlyDictionary<string, object>? security = null)
    : Exception($"{status} {title}")
{
    public int Status => status;

    public string Title => title;

    public string Detail => detail;

    public string? ReasonCode => reasonCode;

    public IReadOnlyDictionary<string, object>? Security => security;

    public static HttpRefusal Unauthorized(string detail = "Wymagane jest uwierzytelnienie.") => new(401, "Unauthorized", detail);

    public static HttpRefusal Gone(string detail) => new(410, "Gone", detail);

    public static HttpRefusal NotImplemented() => new(501, "Not Implemented", "Symulator nie obsługuje tego zasobu.");

    public static HttpRefusal NotFound() => new(404, "Not Found", "Nie znaleziono zasobu.");

    public static HttpRefusal MissingPermissions(IReadOnlyList<string> required, IReadOnlyList<string> present) => new(
        403,
        "Forbidden",
        "Brak wymaganych uprawnień do wykonania operacji w bieżącym kontekście.",
        "missing-permissions",
        new Dictionary<string, object> { ["requiredAnyOfPermissions"] = required, ["presentPermissions"] = present });

    public static HttpRefusal AddressNotAllowed(string address) => new(
        403,
        "Forbidden",
        "Żądanie pochodzi z adresu IP innego niż wskazany podczas uwierzytelnienia.",
        "ip-not-allowed",
        new Dictionary<string, object> { ["clientIp"] = address });

    public static HttpRefusal NoAccessToResource() => new(403, "Forbidden", "Brak dostępu do wskazanego zasobu.", "insufficient-resource-access");

    public static HttpRefusal AuthenticationMethodNotAllowed() => new(
        403, "Forbidden", "Ta operacja nie jest dostępna dla użytej metody uwierzytelnienia.", "auth-method-not-allowed");

    public static HttpRefusal ContextTypeNotAllowed() => new(
        403, "Forbidden", "Operacja nie jest dostępna dla uwierzytelnionego typu kontekstu.", "context-type-not-allowed");
}
