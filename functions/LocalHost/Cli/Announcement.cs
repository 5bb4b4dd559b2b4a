using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary>Tells the user where everything is.</summary>
internal static class Announcement
{
    public static void Write(TextWriter output, LocalApp app, DataDirectory data, LocalHostOptions options)
    {
        output.WriteLine($"""
            KsefFunctions runs on this machine.
              Dashboard  {app.Dashboard}
              Inbox      {app.Inbox}/{"{NIP}"}/
                         (connection string: {data.ConnectionStringFile}; or start with --drop FILE)
              KSeF       {Ksef(app, options)}
              State      {data.Path}
              Log        {data.LogFile}
            """);
        if (!options.Once)
        {
            output.WriteLine("Ctrl+C stops it; the next start goes on where it was.");
        }

        output.WriteLine();
    }

    private static string Ksef(LocalApp app, LocalHostOptions options) =>
        app.Services.Simulator is { } simulator ? $"simulator at {simulator.BaseAddress}" : $"the Ministry's {options.Ksef} environment";
}
