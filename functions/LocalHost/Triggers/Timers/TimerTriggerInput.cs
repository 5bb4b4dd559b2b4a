using System.Reflection;
using LocalHost.Functions;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Triggers.Timers;

/// <summary>An occurrence of a timer on its way into a function.</summary>
internal sealed class TimerTriggerInput(TimerInfo timer) : TriggerInput
{
    public override ValueTask<object?> BindTriggerAsync(ParameterInfo parameter, CancellationToken cancellationToken) => ValueTask.FromResult<object?>(timer);
}
