namespace KsefFunctions.Telemetry;

/// <summary>Names of the tags of spans and metrics. What goes into a metric has few values; numbers of files and sessions are for spans only.</summary>
internal static class Tags
{
    /// <summary>Spans: id of the file in the ledger.</summary>
    public const string FileId = "ksef.file.id";

    /// <summary>Spans: attempt of the file.</summary>
    public const string Attempt = "ksef.file.attempt";

    /// <summary>Spans: reference number of the KSeF session.</summary>
    public const string Session = "ksef.session";

    /// <summary>Spans: seconds that KSeF demands to wait.</summary>
    public const string RetryAfter = "ksef.retry_after";

    /// <summary>Step of the flow: on spans and runs the function's name, on whole steps the name in the ledger.</summary>
    public const string Step = "ksef.step";

    /// <summary>Who made a step wait for KSeF's limits.</summary>
    public const string WaitCause = "ksef.wait.cause";

    /// <summary>How it ended.</summary>
    public const string Outcome = "outcome";

    /// <summary>Number in the error catalogue.</summary>
    public const string Error = "error.type";

    /// <summary>KSeF turned a call away.</summary>
    public const string KsefCause = "429";

    /// <summary>The app's own budget held the call back.</summary>
    public const string BudgetCause = "budget";

    public const string DoneOutcome = "done";

    public const string FailedOutcome = "failed";

    /// <summary>The step did not fail: KSeF demands that it waits.</summary>
    public const string WaitsOutcome = "waits";

    /// <summary>The step came late: its file had left it behind. Nothing was done.</summary>
    public const string LateOutcome = "late";

    /// <summary>The host stopped; the step runs again.</summary>
    public const string CutOffOutcome = "cut-off";
}
