using System.Globalization;
using KsefSimulator.Faults;
using KsefSimulator.Limits;

namespace KsefSimulator.Hosting;

/// <summary>What the command line says: options to start with, or a message to print and an exit code.</summary>
internal sealed record CommandLine(SimulatorOptions? Options, string? Message, int ExitCode)
{
    private const int BadArguments = 2;

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

                var value = inline ?? (++index < arguments.Count ? arguments[index] : throw new FormatException($"{name} needs a value."));
                options = With(options, name, value);
            }

            return new CommandLine(options, null, 0);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or UriFormatException)
        {
            return new CommandLine(null, exception.Message + Environment.NewLine + "Try --help.", BadArguments);
        }
    }

    private static SimulatorOptions With(SimulatorOptions options, string name, string value) => name switch
    {
        "--urls" => options with { Urls = value },
        "--data" => options with { DataDirectory = Path.GetFullPath(value) },
        "--fault" => options with { Faults = [.. options.Faults, Checked(value)] },
        "--processing-delay" => options with { ProcessingDelay = Duration(value) },
        "--access-token-lifetime" => options with { AccessTokenLifetime = Duration(value) },
        "--hang-time" => options with { HangTime = Duration(value) },
        "--public-address" => options with { PublicAddress = new Uri(value, UriKind.Absolute) },
        "--rate-limits" => options with { RateLimits = Choice<RateLimitProfile>(name, value) },
        "--spec" => options with { SpecLevel = value switch { "2.6" => SpecLevel.V26, "2.8" => SpecLevel.V28, _ => throw new FormatException("--spec is 2.6 or 2.8.") } },
        "--nip-checksum" => options with { EnforceNipChecksum = value is "on" },
        _ => throw new FormatException($"Unknown option {name}."),
    };

    private static string Checked(string rule)
    {
        FaultRule.Parse(rule);
        return rule;
    }

    private static T Choice<T>(string name, string value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw new FormatException($"{name} is one of: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");

    private static TimeSpan Duration(string value) => value switch
    {
        [.. var number, 'm', 's'] => TimeSpan.FromMilliseconds(double.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 's'] => TimeSpan.FromSeconds(double.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'm'] => TimeSpan.FromMinutes(double.Parse(number, CultureInfo.InvariantCulture)),
        [.. var number, 'h'] => TimeSpan.FromHours(double.Parse(number, CultureInfo.InvariantCulture)),
        _ => TimeSpan.Parse(value, CultureInfo.InvariantCulture),
    };
}
