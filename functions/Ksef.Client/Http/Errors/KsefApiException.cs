using System.Globalization;
using System.Net;

namespace Ksef.Client;

/// <summary>
/// KSeF understood the call and refused it: nothing was processed. Sending the same again brings the same answer, except where the
/// <see cref="KsefErrorCode"/> says otherwise.
/// </summary>
public sealed class KsefApiException : KsefException
{
    internal KsefApiException(string operation, HttpStatusCode status, IReadOnlyList<KsefApiError> errors, string? reasonCode = null, string? traceId = null)
        : base(Describe(operation, status, errors, reasonCode))
    {
        Operation = operation;
        Status = status;
        Errors = errors;
        ReasonCode = reasonCode;
        TraceId = traceId;
    }

    /// <summary>Method and path template of the call.</summary>
    public string Operation { get; }

    /// <summary>HTTP status: 400 with errors; 401, 403 and 410 usually without.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>What KSeF complains about; empty when it does not say.</summary>
    public IReadOnlyList<KsefApiError> Errors { get; }

    /// <summary>Reason of a 403, for example <c>missing-permissions</c>; may be missing.</summary>
    public string? ReasonCode { get; }

    /// <summary>KSeF's own trace identifier, to be quoted to its help desk; may be missing.</summary>
    public string? TraceId { get; }

    /// <summary>Whether one of the errors has the given code.</summary>
    /// <param name="code">One of <see cref="KsefErrorCode"/> or any other.</param>
    public bool Has(int code) => Errors.Any(error => error.Code == code);

    private static string Describe(string operation, HttpStatusCode status, IReadOnlyList<KsefApiError> errors, string? reasonCode)
    {
        var what = string.Join("; ", errors.Select(error => $"{error.Code.ToString(CultureInfo.InvariantCulture)} {error.Description}".TrimEnd()));
        var why = reasonCode is null ? string.Empty : $" ({reasonCode})";
        return $"KSeF refused {operation} with HTTP {(int)status}{why}{(what.Length == 0 ? "." : ": " + what)}";
    }
}
