using System.Runtime.InteropServices;
using LocalHost.Cli;
using LocalHost.ImportCertificate;

using var stop = new CancellationTokenSource();

// The first signal ends the run cleanly, a second one at once.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var terminal = new Terminal(Console.Out, Console.Error, IsInteractive: !Console.IsOutputRedirected);
return args is [ImportCommandLine.Name, .. string[] rest]
    ? await ImportProgram.RunAsync(rest, terminal, Environment.GetEnvironmentVariable, stop.Token)
    : await LocalHostProgram.RunAsync(args, terminal, Environment.GetEnvironmentVariable, stop.Token);
