using System.ComponentModel;
using System.Text.Json;

namespace LocalHost.Functions;

/// <summary>Turns the text or bytes of a message, or a part of a path, into what a parameter asks for.</summary>
internal static class TextConversion
{
    /// <summary>A body as text, bytes, or an object read from JSON.</summary>
    public static object? FromBody(BinaryData body, Type type)
    {
        if (type == typeof(string))
        {
            return body.ToString();
        }

        if (type == typeof(byte[]))
        {
            return body.ToArray();
        }

        if (type == typeof(BinaryData))
        {
            return body;
        }

        return type == typeof(Stream) ? body.ToStream() : JsonSerializer.Deserialize(body, type, JsonSerializerOptions.Web);
    }

    /// <summary>A value found by name, in the type of the parameter.</summary>
    /// <exception cref="ParameterBindingException">The text is no such value.</exception>
    public static object? FromNamed(object? value, Type type)
    {
        if (value is null || type.IsInstanceOfType(value))
        {
            return value;
        }

        Type target = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return TypeDescriptor.GetConverter(target).ConvertFromInvariantString(value.ToString()!);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new ParameterBindingException($"'{value}' is no {target.Name}.", exception);
        }
    }
}
