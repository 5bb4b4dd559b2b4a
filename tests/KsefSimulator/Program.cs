using KsefSimulator;
using KsefSimulator.Hosting;

var parsed = CommandLine.Parse(args);
if (parsed.Options is not { } options)
{
    await (parsed.ExitCode == 0 ? Console.Out : Console.Error).WriteLineAsync(parsed.Message);
    return parsed.ExitCode;
}

try
{
    await using var server = await SimulatorServer.StartAsync(options, CancellationToken.None);
    Console.WriteLine($"KSeF simulator: {server.BaseAddress}");
    Console.WriteLine($"Open {server.Origin} in a browser to watch it.");
    await server.WaitForShutdownAsync(CancellationToken.None);
    return 0;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
