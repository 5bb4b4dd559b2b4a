using System.Security.Cryptography;
using KsefSimulator.Http;
using KsefSimulator.Identity;

namespace KsefSimulator.Permissions;

/// <summary>Checks and answers that the permission endpoints share.</summary>
internal static class PermissionRules
{
    public static SubjectIdentifier Subject(TypedValueBody? body, params ReadOnlySpan<string> types)
    {
        var identifier = Require.Present(body, "subjectIdentifier");
        var value = Require.Text(identifier.Value, "subjectIdentifier.value", 10, 64);
        foreach (var type in types)
        {
            if (string.Equals(type, identifier.Type, StringComparison.OrdinalIgnoreCase))
            {
                return new SubjectIdentifier(type, value);
            }
        }

        throw Refusals.InvalidInput("Pole 'subjectIdentifier.type' ma niedozwoloną wartość.");
    }

    public static IReadOnlyList<string> Scopes(IReadOnlyList<string>? scopes, string[] allowed)
    {
        Require.Present(scopes, "permissions");
        return scopes.Count > 0 && scopes.All(allowed.Contains) ? scopes : throw Refusals.InvalidInput("Pole 'permissions' zawiera niedozwoloną wartość.");
    }

    /// <exception cref="KsefRefusal">21405: left out, or none of the allowed.</exception>
    public static string Choice(string? value, string name, params string[] allowed) =>
        allowed.FirstOrDefault(choice => string.Equals(choice, value, StringComparison.OrdinalIgnoreCase)) ?? throw Refusals.InvalidInput($"Pole '{name}' musi mieć jedną z wartości: {string.Join(", ", allowed)}.");

    public static string EntityName(EntityDetailsBody? details) =>
        Require.Text(Require.Present(details, "subjectDetails").FullName, "subjectDetails.fullName", 5, 90);

    public static string NewId() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    public static IResult Accepted(string operation) => Answer.Json(new PermissionsOperationResponse(operation), PermissionJson.Types.PermissionsOperationResponse, StatusCodes.Status202Accepted);
}
