using System.Text;
using Microsoft.DurableTask;

namespace LocalHost.Durable.Replay;

/// <summary>Takes every value that enters or leaves an orchestration through JSON and refuses large ones.</summary>
internal sealed class PayloadConverter(DataConverter converter, int limit, int customStatusLimit)
{
    public DataConverter Converter => converter;

    /// <exception cref="PayloadTooLargeException">The value is too large.</exception>
    public string? Write(object? value, string what) => Limit(converter.Serialize(value), what, limit);

    /// <exception cref="PayloadTooLargeException">The status is too large.</exception>
    public string? WriteCustomStatus(object? value) => Limit(converter.Serialize(value), "The custom status", customStatusLimit);

    public T? Read<T>(string? data) => converter.Deserialize<T>(data);

    public object? Read(string? data, Type type) => converter.Deserialize(data, type);

    private static string? Limit(string? data, string what, int limit) =>
        data is not null && Encoding.UTF8.GetByteCount(data) is var size && size > limit
            ? throw new PayloadTooLargeException(what, size, limit)
            : data;
}
