namespace LocalHost.Cli;

/// <summary>Reads options and their values from arguments, written <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class ArgumentReader
{
    public static bool Flag(string[] parts) => parts.Length == 1 ? true : throw new CommandLineException($"{parts[0]} takes no value.");

    public static string Value(string[] parts, Queue<string> rest)
    {
        if (parts.Length == 2)
        {
            return parts[1].Length > 0 ? parts[1] : throw new CommandLineException($"{parts[0]} needs a value.");
        }

        return rest.TryPeek(out string? next) && !next.StartsWith("--", StringComparison.Ordinal)
            ? rest.Dequeue()
            : throw new CommandLineException($"{parts[0]} needs a value.");
    }

    public static string Nip(string text)
    {
        string nip = text.Replace("-", string.Empty, StringComparison.Ordinal);
        return nip.Length == 10 && nip.All(char.IsAsciiDigit)
            ? nip
            : throw new CommandLineException($"--nip needs the ten digits of a NIP, not '{text}'.");
    }

    public static T Choice<T>(string option, string text, Dictionary<string, T> choices) =>
        choices.TryGetValue(text, out T? value)
            ? value
            : throw new CommandLineException($"{option} is one of {string.Join(", ", choices.Keys)}, not '{text}'.");
}
