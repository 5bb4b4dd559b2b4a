namespace LocalHost.Durable;

/// <summary>A payload is larger than what durable back ends carry. Pass a reference to a blob instead.</summary>
/// <param name="what">Which payload, such as the input of an activity.</param>
/// <param name="size">Its size in bytes of UTF-8.</param>
/// <param name="limit">The largest size allowed.</param>
public sealed class PayloadTooLargeException(string what, int size, int limit)
    : Exception($"{what} takes {size} bytes, more than the {limit} that are allowed. Store it in a blob and pass a reference.");
