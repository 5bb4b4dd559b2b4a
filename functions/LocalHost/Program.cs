using System.Runtime.InteropServices;
using LocalHost.Cli;
using LocalHost.ImportCertificate;
using LocalHost.Map;
using LocalHost.Rehearsal;
using LocalHost.TestCertificate;

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
return args switch
{
    [ImportCommandLine.Name, .. string[] rest] => await ImportProgram.RunAsync(rest, terminal, Environment.GetEnvironmentVariable, stop.Token),
    [TestCertificateCommandLine.Name, .. string[] rest] => await TestCertificateProgram.RunAsync(rest, terminal, Environment.GetEnvironmentVariable),
    [RehearseProgram.Name, .. string[] rest] => await RehearseProgram.RunAsync(rest, terminal, stop.Token),
    [MapCommandLine.Name, .. string[] rest] => await MapProgram.RunAsync(rest, terminal, TimeProvider.System, stop.Token),
    _ => await LocalHostProgram.RunAsync(args, terminal, Environment.GetEnvironmentVariable, stop.Token),
};
