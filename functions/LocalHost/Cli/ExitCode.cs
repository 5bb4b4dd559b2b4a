using LocalHost.Hosting;

namespace LocalHost.Cli;

/// <summary>How LocalHost ends; scripts depend on the numbers.</summary>
public static class ExitCode
{
    /// <summary>Everything dropped was accepted, or the user stopped the host.</summary>
    public const int Success = 0;

    /// <summary>The host itself failed.</summary>
    public const int HostFailure = 1;

    /// <summary>The arguments make no sense.</summary>
    public const int BadArguments = 2;

    /// <summary>Something dropped was rejected or dead-lettered.</summary>
    public const int NotAllAccepted = 3;

    /// <summary>A certificate was not fit to be imported.</summary>
    public const int CertificateRefused = 4;

    /// <summary>The code that a command gives, or the one for what it met, which the user is told.</summary>
    internal static async Task<int> OfAsync(Terminal terminal, Func<Task<int>> command)
    {
        (int code, string message) met;
        try
        {
            return await command();
        }
        catch (CommandLineException exception)
        {
            met = (BadArguments, $"{exception.Message}{Environment.NewLine}--help shows all options.");
        }
        catch (DataDirectoryException exception)
        {
            met = (BadArguments, exception.Message);
        }
        catch (LocalHostException exception)
        {
            met = (HostFailure, exception.Message);
        }
        catch (Exception exception)
        {
            met = (HostFailure, $"LocalHost failed: {exception}");
        }

        await terminal.Errors.WriteLineAsync(met.message);
        return met.code;
    }
}
