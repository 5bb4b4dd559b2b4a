using KsefSimulator.Http;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Batch;

/// <summary>What a package may look like: at most 50 parts of 100 MB (before encryption), 5 GB in all.</summary>
internal static class BatchFileRules
{
    public const long MaxPackageSize = 5_000_000_000;
    public const long MaxPartSize = 100_000_000;
    private const int MaxParts = 50;
    private const int CipherBlock = 16;

    /// <exception cref="KsefRefusal">21405 malformed; 21161 too many parts; 21157 a part is too large.</exception>
    public static BatchFile Require(BatchFileBody? body)
    {
        var file = Http.Require.Present(body, "batchFile");
        var parts = Http.Require.Present(file.FileParts, "batchFile.fileParts");
        if (Http.Require.AtLeastOne(file.FileSize, "batchFile.fileSize") > MaxPackageSize)
        {
            throw Refusals.InvalidInput("Pole 'batchFile.fileSize' przekracza 5 GB.");
        }

        if (parts.Count == 0)
        {
            throw Refusals.InvalidInput("Pole 'batchFile.fileParts' nie może być puste.");
        }

        if (parts.Count > MaxParts)
        {
            throw Refusals.TooManyParts($"Liczba części {parts.Count} przekracza dozwoloną {MaxParts}.");
        }

        return new BatchFile(
            file.FileSize!.Value,
            Http.Require.Sha256(file.FileHash, "batchFile.fileHash"),
            Compression(file.CompressionType),
            parts.Select(Part).OrderBy(part => part.OrdinalNumber).Select(InOrder).ToList());
    }

    private static string Compression(string? type) => type switch
    {
        null => CompressionType.Zip,
        _ when type.Equals(CompressionType.Zip, StringComparison.OrdinalIgnoreCase) => CompressionType.Zip,
        _ when type.Equals(CompressionType.TarGz, StringComparison.OrdinalIgnoreCase) => CompressionType.TarGz,
        _ => throw Refusals.InvalidInput("Pole 'batchFile.compressionType' ma niedozwoloną wartość."),
    };

    private static BatchPart Part(BatchPartBody body)
    {
        var ordinal = (int)Http.Require.AtLeastOne(body.OrdinalNumber, "ordinalNumber");
        var size = Http.Require.AtLeastOne(body.FileSize, "fileSize");
        return size <= MaxPartSize + CipherBlock
            ? new BatchPart(ordinal, size, Http.Require.Sha256(body.FileHash, "fileHash"))
            : throw Refusals.WrongPartSize($"Rozmiar części {ordinal} przekroczył dozwolony rozmiar 100MB.");
    }

    private static BatchPart InOrder(BatchPart part, int index) => part.OrdinalNumber == index + 1
        ? part
        : throw Refusals.InvalidInput("Numery porządkowe części muszą być kolejnymi liczbami od 1.");
}
