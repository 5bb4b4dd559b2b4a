using LocalHost.Cli;

namespace LocalHost.TestCertificate;

/// <summary>Reads the arguments after <c>make-test-certificate</c>.</summary>
public static class TestCertificateCommandLine
{
    public const string Name = "make-test-certificate";

    /// <exception cref="CommandLineException">The arguments make no sense.</exception>
    public static TestCertificateOptions Parse(IEnumerable<string> arguments)
    {
        var options = new TestCertificateOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            string[] parts = argument.Split('=', 2);
            options = parts[0] switch
            {
                "--help" or "-h" or "-?" => options with { Help = ArgumentReader.Flag(parts) },
                "--nip" => options with { Nip = ArgumentReader.Nip(ArgumentReader.Value(parts, rest)) },
                "--out" => options with { Directory = ArgumentReader.Value(parts, rest) },
                _ => throw new CommandLineException($"{Name} has no option '{parts[0]}'."),
            };
        }

        return options;
    }
}
