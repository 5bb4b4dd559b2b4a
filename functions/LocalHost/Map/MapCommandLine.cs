using LocalHost.Cli;

namespace LocalHost.Map;

/// <summary>Reads the arguments after <c>map</c>.</summary>
public static class MapCommandLine
{
    public const string Name = "map";

    /// <exception cref="CommandLineException">The arguments make no sense.</exception>
    public static MapOptions Parse(IEnumerable<string> arguments)
    {
        var options = new MapOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            string[] parts = argument.Split('=', 2);
            options = parts[0] switch
            {
                "--help" or "-h" or "-?" => options with { Help = ArgumentReader.Flag(parts) },
                "--profile" => options with { Profile = ArgumentReader.Value(parts, rest) },
                "--mapping" => options with { Mapping = ArgumentReader.Value(parts, rest) },
                "--nip" => options with { Nip = ArgumentReader.Nip(ArgumentReader.Value(parts, rest)) },
                "--out" => options with { Out = ArgumentReader.Value(parts, rest) },
                "--json" => options with { Json = ArgumentReader.Flag(parts) },
                _ when !argument.StartsWith('-') && options.File is null => options with { File = argument },
                _ => throw new CommandLineException($"{Name} has no option '{argument}'."),
            };
        }

        return options.Help || options.File is not null ? options : throw new CommandLineException($"{Name} needs a file of data.");
    }
}
