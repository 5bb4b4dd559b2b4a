using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary>The port that the user asked for by <c>--port</c>.</summary>
internal static class PortOption
{
    /// <exception cref="CommandLineException">Somebody else has it.</exception>
    public static void Demand(int? port)
    {
        if (port is int number && !Ports.IsFree(number))
        {
            throw new CommandLineException($"--port: something else on this machine listens on port {number}.");
        }
    }
}
