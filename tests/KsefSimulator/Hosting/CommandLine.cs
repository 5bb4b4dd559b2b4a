using System.Diagnostics;
using KsefSimulator.Faults;
using KsefSimulator.Settings;
using KsefSimulator.Time;

namespace KsefSimulator.Hosting;

/// <summary>What the command line says: options to start with, or a message to print and an exit code.</summary>
internal sealed record CommandLine(SimulatorOptions? Options, string? Message, int ExitCode)
{
    private const int BadArguments = 2;

    private static readonly string[] Known =
    [
        "--urls", "--data", "--fault", "--processing-delay", "--access-token-lifetime", "--hang-time", "--public-address", "--rate-limits", "--spec", "--nip-checksum",
    ];

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions { Urls = "http://127.0.0.1:5555" };
        try
        {
            for (var index = 0; index < arguments.Count; index++)
            {
                var (name, inline) = arguments[index].Split('=', 2) is [var left, var right] && left.StartsWith("--", StringComparison.Ordinal) ? (left, right) : (arguments[index], null);
                if (name is "--help" or "-h" or "-?")
                {
                    return new CommandLine(null, HelpText.Write(), 0);
                }

                if (name is "--faults")
                {
                    return new CommandLine(null, HelpText.WriteFaults(), 0);
                }

                if (!Known.Contains(name))
                {
                    throw new FormatException($"Unknown option {name}.");
                }

                var value = inline ?? (++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value."));
                options = With(options, name, value);
            }

            return new CommandLine(options, null, 0);
        }
        catch (FormatException exception)
        {
            return new CommandLine(null, exception.Message + Environment.NewLine + "Try --help.", BadArguments);
        }
    }

    private static SimulatorOptions With(SimulatorOptions options, string name, string value) => name switch
    {
        "--urls" => options with { Urls = Urls(value) },
        "--data" => options with { DataDirectory = Path.GetFullPath(value) },
        "--fault" => options with { Faults = [.. options.Faults, Checked(value)] },
        "--processing-delay" => options with { ProcessingDelay = Duration(name, value) },
        "--access-token-lifetime" => options with { AccessTokenLifetime = Duration(name, value) },
        "--hang-time" => options with { HangTime = Duration(name, value) },
        "--public-address" => options with { PublicAddress = Address(name, value) },
        "--rate-limits" => options with { RateLimits = Choice<RateLimitProfile>(name, value) },
        "--spec" => options with { SpecLevel = value switch { "2.6" => SpecLevel.V26, "2.8" => SpecLevel.V28, _ => throw new FormatException("--spec is 2.6 or 2.8.") } },
        "--nip-checksum" => options with { EnforceNipChecksum = value switch { "on" => true, "off" => false, _ => throw new FormatException("--nip-checksum is on or off.") } },
        _ => throw new UnreachableException(),
    };

    private static TimeSpan Duration(string name, string value)
    {
        try
        {
            return Durations.Parse(value);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{name}: {exception.Message}", exception);
        }
    }

    private static string Urls(string value)
    {
        foreach (var url in value.Split(';'))
        {
            // Kestrel also takes http://*:5555 and http://+:5555, which are no addresses.
            Address("--urls", url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));
        }

        return value;
    }

    private static Uri Address(string name, string value) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new FormatException($"{name} needs an address such as http://127.0.0.1:5555, not '{value}'.");

    private static string Checked(string rule)
    {
        FaultRule.Parse(rule);
        return rule;
    }

    private static T Choice<T>(string name, string value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw new FormatException($"{name} is one of: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}
