using Microsoft.Azure.WebJobs;

namespace LocalHost.Host.Functions;

/// <summary>Runs functions whose trigger the host plays itself, through the WebJobs SDK: it binds their clients and logs the run.</summary>
internal sealed class ManualFunctions(IJobHost jobHost)
{
    /// <exception cref="Microsoft.Azure.WebJobs.Host.FunctionInvocationException">The function failed; the SDK has logged it.</exception>
    public Task RunAsync(DeclaredFunction function, ManualInvocation invocation, CancellationToken cancellationToken) =>
        jobHost.CallAsync(function.Name, new Dictionary<string, object> { [function.Trigger.Name] = invocation }, cancellationToken);
}
