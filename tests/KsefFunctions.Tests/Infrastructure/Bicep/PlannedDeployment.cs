using System.Text.Json;
using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>
/// Everything that one environment would be made of, through all modules: conditions decided, loops unrolled, parameters and variables put in. What only
/// Azure can know stays an expression, in which the output of a module reads <c>identity.outputs.principalId</c>.
/// </summary>
internal sealed partial record PlannedDeployment(IReadOnlyList<ArmResource> Resources)
{
    /// <summary>Settings of the function app by name.</summary>
    public IReadOnlyDictionary<string, string> AppSettings => OfType("Microsoft.Web/sites").Single().Property("siteConfig", "appSettings")!.Value.EnumerateArray()
        .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => setting.GetProperty("value").GetString()!);

    public IReadOnlyList<RoleAssignment> RoleAssignments => [.. OfType(RoleAssignment.ResourceType).Select(RoleAssignment.Of)];

    public static PlannedDeployment Read(string plan)
    {
        var resources = JsonDocument.Parse(ModuleOutput().Replace(plan, "$1.outputs.$2")).RootElement.GetProperty("predictedResources");
        return new PlannedDeployment([.. resources.EnumerateArray().Select(resource => new ArmResource(resource))]);
    }

    public IReadOnlyList<ArmResource> OfType(string type) => [.. Resources.Where(resource => resource.Type == type)];

    [GeneratedRegex(@"reference\(resourceId\('[^']*', '[^']*', 'Microsoft\.Resources/deployments', format\('(\w+)-\{0\}', uniqueString\('\1', deployment\(\)\.name\)\)\), '[^']*'\)\.outputs\.(\w+)\.value")]
    private static partial Regex ModuleOutput();
}
