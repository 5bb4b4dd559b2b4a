using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>A right as a template gives it, in the words of the table in <c>docs/security.md</c>.</summary>
internal sealed partial record RoleAssignment(string Who, string Role, string Scope, string Why)
{
    private static readonly Dictionary<string, string> People = new()
    {
        ["appPrincipalId"] = "app",
        ["eventTopicPrincipalId"] = "event topic",
        ["operatorsGroupId"] = "operators",
        ["erpPrincipalId"] = "ERP",
    };

    public static RoleAssignment Of(BicepDeclaration resource)
    {
        var properties = resource.Body.Find("properties")!;
        var scope = resource.File.Resource(resource.Body.Find("scope")!.Text);
        return new RoleAssignment(
            People[properties.Find("principalId")!.Text],
            Words(RoleKey(properties.Find("roleDefinitionId")!.Text)),
            ScopeOf(scope),
            properties.Find("description")!.Literal!);
    }

    /// <summary>The key in <c>role-ids.json</c> that an assignment names.</summary>
    public static string RoleKey(string roleDefinitionId) => Key().Match(roleDefinitionId).Groups[1].Value;

    private static string ScopeOf(BicepDeclaration scope) => scope.ResourceType switch
    {
        _ when !scope.IsExisting => throw new InvalidOperationException($"{scope.Name} is made here: scopes are looked up."),
        "Microsoft.Storage/storageAccounts/blobServices/containers" => $"container `{scope.AzureNames.Single()}`",
        "Microsoft.Storage/storageAccounts/queueServices/queues" => $"storage queue `{scope.AzureNames.Single()}`",
        "Microsoft.ServiceBus/namespaces/queues" => $"queue `{scope.AzureNames.Single()}`",
        "Microsoft.KeyVault/vaults" => "vault",
        "Microsoft.Insights/components" => "Application Insights",
        "Microsoft.DurableTask/schedulers/taskHubs" => "task hub",
        "Microsoft.Storage/storageAccounts" when scope.File.Path.EndsWith("/runtime-storage.bicep", StringComparison.Ordinal) => "runtime storage",
        _ => throw new InvalidOperationException($"{scope.File.Path}: nothing may have rights to the whole of a {scope.ResourceType}."),
    };

    private static string Words(string key) => WordStart().Replace(key, " ");

    [GeneratedRegex(@"^subscriptionResourceId\('Microsoft\.Authorization/roleDefinitions', roleIds\.(\w+)\)$")]
    private static partial Regex Key();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
