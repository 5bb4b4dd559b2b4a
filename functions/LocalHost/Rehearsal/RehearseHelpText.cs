namespace LocalHost.Rehearsal;

/// <summary>What <c>rehearse --help</c> prints.</summary>
internal static class RehearseHelpText
{
    public const string Text = """
        Rehearses the twelve commonest entries of docs/runbook.md, in about a minute: for each, brings the trouble about, drops a file, waits for the
        number, does what the runbook says, and looks whether the file is accepted then.

        Usage: dotnet run --project functions/LocalHost -- rehearse

        The app runs with waits of seconds in place of days, beside everything else on this machine. Nothing of it is kept. Other faults are rehearsed
        by hand, with --fault.

        Exit codes
          0  every entry went as the runbook says
          1  the host itself failed
          3  a number or an end was another one

        """;
}
