using System.Globalization;
using System.Text.Json;

namespace KsefFunctions.Errors;

/// <summary>
/// Stops a step with a number of the catalogue. Number and arguments are kept in the message, because a failed activity
/// reaches its orchestrator as text only. The message never holds invoice content, tokens or request bodies.
/// </summary>
public sealed class PipelineException : Exception
{
    private const string ArgumentsMark = " \u00a6 ";

    public PipelineException(ErrorDefinition definition, params object?[] arguments)
        : this(definition, innerException: null, arguments)
    {
    }

    public PipelineException(ErrorDefinition definition, Exception? innerException, params object?[] arguments)
        : base(Compose(definition, arguments), innerException)
    {
        Definition = definition;
    }

    public ErrorDefinition Definition { get; }

    /// <summary>The catalogue entry named at the start of a failure message; <see cref="ErrorCatalogue.Unexpected"/> when none is.</summary>
    public static ErrorDefinition DefinitionIn(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && ErrorCatalogue.Find(message![..colon]) is { } definition ? definition : ErrorCatalogue.Unexpected;
    }

    /// <summary>The arguments of a failure message, to say the same in another language.</summary>
    public static object?[] ArgumentsIn(string message)
    {
        var mark = message.LastIndexOf(ArgumentsMark, StringComparison.Ordinal);
        return mark < 0 ? [] : JsonSerializer.Deserialize(message[(mark + ArgumentsMark.Length)..], ArgumentsJson.Default.StringArray) ?? [];
    }

    private static string Compose(ErrorDefinition definition, object?[] arguments)
    {
        var texts = Array.ConvertAll(arguments, argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? string.Empty);
        var sentence = $"{definition.Code}: {string.Format(CultureInfo.InvariantCulture, definition.Text, arguments)}";
        return texts.Length == 0 ? sentence : sentence + ArgumentsMark + JsonSerializer.Serialize(texts, ArgumentsJson.Default.StringArray);
    }
}

/// <summary>JSON of an error's arguments.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class ArgumentsJson : System.Text.Json.Serialization.JsonSerializerContext;
