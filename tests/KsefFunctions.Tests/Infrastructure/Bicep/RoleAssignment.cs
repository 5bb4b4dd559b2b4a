using System.Text.Json;
using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>A right as it would be given, in the words of the table in <c>docs/security.md</c>.</summary>
internal sealed partial record RoleAssignment(string Who, string Role, string Scope, string Why)
{
    public const string ResourceType = "Microsoft.Authorization/roleAssignments";

    /// <summary>Scope of a right to everything that one environment is made of.</summary>
    public const string ResourceGroup = "resource group";

    private static readonly Dictionary<string, string> People = new()
    {
        ["[identity.outputs.principalId]"] = "app",
        ["[eventTopic.outputs.principalId]"] = "event topic",
        [AzdEnvironment.OperatorsGroup] = "operators",
        [AzdEnvironment.RespondersGroup] = "responders",
        [AzdEnvironment.ErpPrincipal] = "ERP",
        [AzdEnvironment.ErpOfTwoCompanies] = "ERP of companies",
        [AzdEnvironment.ErpOfOneCompany] = "ERP of companies",
    };

    /// <summary>Ids of the roles by their names without spaces.</summary>
    public static IReadOnlyDictionary<string, string> Ids { get; } =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read("infra/modules/roles/role-ids.json"))!;

    public static RoleAssignment Of(ArmResource resource) => new(
        People[resource.Text("principalId")!],
        WordStart().Replace(Ids.Single(role => role.Value == RoleId(resource)).Key, " "),
        Words(ScopeOf(resource)),
        resource.Text("description")!);

    /// <summary>What must hold of each request besides; null for a right without a condition.</summary>
    public static string? ConditionOf(ArmResource resource) => resource.Text("condition");

    /// <summary>The id of the role, without where it is defined.</summary>
    public static string RoleId(ArmResource resource) => resource.Text("roleDefinitionId")!.Split('/')[^1];

    /// <summary>The expression for the resource that the right reaches; empty for a right to a whole resource group or subscription.</summary>
    public static string ScopeOf(ArmResource resource) => ReachedResource().Match(resource.Id).Groups[1].Value;

    private static string Words(string scope)
    {
        if (scope.Length == 0)
        {
            return ResourceGroup;
        }

        var parts = Resource().Match(scope);
        var name = parts.Groups["name"].Value;
        return (parts.Groups["type"].Value, parts.Groups["module"].Value) switch
        {
            ("Microsoft.Storage/storageAccounts/blobServices/containers", "invoiceStorage") => $"container `{name}`",
            ("Microsoft.Storage/storageAccounts/queueServices/queues", "invoiceStorage") => $"storage queue `{name}`",
            ("Microsoft.Storage/storageAccounts/tableServices/tables", "invoiceStorage") => $"table `{name}`",
            ("Microsoft.ServiceBus/namespaces/queues", "serviceBus") => $"queue `{name}`",
            ("Microsoft.KeyVault/vaults", "keyVault") => "vault",
            ("Microsoft.Insights/components", "monitoring") => "Application Insights",
            ("Microsoft.OperationalInsights/workspaces", "monitoring") => "workspace",
            ("Microsoft.Web/sites", "functionApp") => "function app",
            ("Microsoft.Storage/storageAccounts", "runtimeStorage") => "runtime storage",
            _ => throw new InvalidOperationException($"Nothing may have rights to the whole of this: {scope}"),
        };
    }

    // An extension of a resource gets its id by asking first whether that resource is the tenant.
    [GeneratedRegex(@"^\[if\(equals\((resourceId\([^()]*\)), '/'\), ")]
    private static partial Regex ReachedResource();

    [GeneratedRegex(@"^resourceId\('[^']*', '[^']*', '(?<type>[^']*)', (?<module>\w+)\.outputs\.\w+(?:, '(?<name>[^']*)')*\)$")]
    private static partial Regex Resource();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
