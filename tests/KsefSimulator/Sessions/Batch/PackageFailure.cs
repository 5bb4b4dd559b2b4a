using KsefSimulator.Http;

namespace KsefSimulator.Sessions.Batch;

/// <summary>A package that cannot be processed at all.</summary>
internal sealed class PackageFailure(StatusInfo status) : Exception(status.Description)
{
    public static StatusInfo WrongParts { get; } = new(405, "Błąd weryfikacji poprawności dostarczonych elementów paczki");

    public static StatusInfo TooManyInvoices { get; } = new(420, "Przekroczony limit faktur w sesji");

    public static StatusInfo NotAnArchive { get; } = new(430, "Błąd dekompresji pierwotnego archiwum");

    public static StatusInfo Undecryptable { get; } = new(435, "Błąd odszyfrowania zaszyfrowanych części archiwum");

    public StatusInfo Status => status;
}
