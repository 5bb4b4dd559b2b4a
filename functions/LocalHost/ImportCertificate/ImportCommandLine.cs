using KsefFunctions.Certificates;
using KsefFunctions.Settings;
using LocalHost.Cli;

namespace LocalHost.ImportCertificate;

/// <summary>Reads the arguments after <c>import-certificate</c>. There is none for a password: arguments are seen by every process of the machine.</summary>
public static class ImportCommandLine
{
    public const string Name = "import-certificate";

    private static readonly Dictionary<string, TargetEnvironment> Environments = new(StringComparer.OrdinalIgnoreCase)
    {
        ["test"] = TargetEnvironment.Test,
        ["demo"] = TargetEnvironment.Demo,
        ["production"] = TargetEnvironment.Production,
    };

    /// <exception cref="CommandLineException">The arguments make no sense.</exception>
    public static ImportOptions Parse(IEnumerable<string> arguments)
    {
        var options = new ImportOptions();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out string? argument))
        {
            string[] parts = argument.Split('=', 2);
            options = parts[0] switch
            {
                "--help" or "-h" or "-?" => options with { Help = ArgumentReader.Flag(parts) },
                "--vault" => options with { Vault = Vault(ArgumentReader.Value(parts, rest)) },
                "--thumbprint" => options with { Thumbprint = ArgumentReader.Value(parts, rest) },
                "--nip" => options with { Nip = ArgumentReader.Nip(ArgumentReader.Value(parts, rest)) },
                "--certificate" => options with { CertificatePath = ArgumentReader.Value(parts, rest) },
                "--key" => options with { KeyPath = ArgumentReader.Value(parts, rest) },
                "--environment" => options with { Environment = ArgumentReader.Choice(parts[0], ArgumentReader.Value(parts, rest), Environments) },
                "--represents" => options with { Represents = ArgumentReader.Flag(parts) },
                "--dry-run" => options with { DryRun = ArgumentReader.Flag(parts) },
                "--password" => throw new CommandLineException($"A password never goes into an argument. Put it into the environment variable {ImportPassword.Variable}, or type it when asked."),
                _ => throw new CommandLineException($"{Name} has no option '{parts[0]}'."),
            };
        }

        return options.Help ? options : Checked(options);
    }

    private static ImportOptions Checked(ImportOptions options)
    {
        if (options.Nip is null)
        {
            throw new CommandLineException("--nip is missing: the company that shall sign in with the certificate.");
        }

        if (options.CertificatePath is null)
        {
            throw new CommandLineException("--certificate is missing: the .crt, .pem or .pfx file.");
        }

        if (options.Environment is null)
        {
            throw new CommandLineException("--environment is missing: test, demo or production. Certificates of test and demo look alike, so it has to be said.");
        }

        if (options.Thumbprint is { } thumbprint && PinnedCertificate.Objection(options.Vault, thumbprint) is { } objection)
        {
            throw new CommandLineException($"--thumbprint: {objection}");
        }

        return options.Vault is not null || options.DryRun ? options : throw new CommandLineException("--vault is missing: the address of the vault, or its name.");
    }

    private static Uri Vault(string text)
    {
        string address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}.vault.azure.net/";
        return Uri.TryCreate(address, UriKind.Absolute, out Uri? vault) && vault.Scheme == Uri.UriSchemeHttps && vault.PathAndQuery == "/"
            ? vault
            : throw new CommandLineException($"--vault needs an address such as https://NAME.vault.azure.net/, or the name alone, not '{text}'.");
    }
}
