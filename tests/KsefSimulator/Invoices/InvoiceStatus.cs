using System.Text.Json.Serialization;

namespace KsefSimulator.Invoices;

/// <summary>KSeF's verdict on one invoice (open-api.json 2.6, SessionInvoiceStatusResponse.status).</summary>
internal sealed record InvoiceStatus(int Code, string Description, IReadOnlyList<string>? Details = null, IReadOnlyDictionary<string, string>? Extensions = null)
{
    public const int SuccessCode = 200;

    public static InvoiceStatus Processing { get; } = new(150, "Trwa przetwarzanie");

    public static InvoiceStatus Success { get; } = new(SuccessCode, "Sukces");

    public static InvoiceStatus CancelledBySession { get; } = new(405, "Przetwarzanie anulowane z powodu błędu sesji");

    public static InvoiceStatus CancelledBySystem { get; } = new(
        550, "Operacja została anulowana przez system", ["Przetwarzanie zostało przerwane z przyczyn wewnętrznych systemu. Spróbuj ponownie"]);

    [JsonIgnore]
    public bool IsSuccess => Code == SuccessCode;

    public static InvoiceStatus NotPermitted(string detail) => new(410, "Nieprawidłowy zakres uprawnień", [detail]);

    public static InvoiceStatus AttachmentNotAllowed(string detail) => new(415, "Brak możliwości wysyłania faktury z załącznikiem", [detail]);

    public static InvoiceStatus BadFile(params string[] details) => new(430, "Błąd weryfikacji pliku faktury", details);

    public static InvoiceStatus Undecryptable() => new(435, "Błąd odszyfrowania pliku");

    public static InvoiceStatus Semantic(params string[] details) => new(450, "Błąd weryfikacji semantyki dokumentu faktury", details);

    public static InvoiceStatus Duplicate(string originalKsefNumber, string originalSession, bool withExtensions) => new(
        440,
        "Duplikat faktury",
        [$"Duplikat faktury. Faktura o numerze KSeF: {originalKsefNumber} została już prawidłowo przesłana do systemu w sesji: {originalSession}"],
        withExtensions
            ? new Dictionary<string, string> { ["originalSessionReferenceNumber"] = originalSession, ["originalKsefNumber"] = originalKsefNumber }
            : null);
}
