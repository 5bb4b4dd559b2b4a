using LocalHost.Host.Protos;

namespace LocalHost.Host.Functions;

/// <summary>A run of a function whose trigger the host plays itself: an HTTP request, or a timer that is due.</summary>
/// <param name="Input">The trigger's value, for the worker.</param>
/// <param name="Data">What else the function may bind to by name.</param>
/// <param name="Accompany">
/// What goes on beside the invocation: the request itself, on its way to the worker's own address (null where it serves no HTTP), with the id.
/// </param>
internal sealed record ManualInvocation(
    TypedData Input, IReadOnlyDictionary<string, object> Data, Func<string?, string, Task>? Accompany = null);
