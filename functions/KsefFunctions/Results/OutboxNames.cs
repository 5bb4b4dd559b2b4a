using KsefFunctions.Storage;

namespace KsefFunctions.Results;

/// <summary>Names in the outbox of what belongs to a name in the inbox.</summary>
public static class OutboxNames
{
    /// <summary>End of a result's name.</summary>
    public const string ResultSuffix = "result.json";

    /// <summary>End of the name of a package of invoices that were made of a company's data.</summary>
    public const string MadeSuffix = "invoices.zip";

    /// <summary>Hex digits of a content's SHA-256 in the names that are its own.</summary>
    public const int HashDigits = 16;

    /// <summary>The plain name.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="suffix">Such as <c>result.json</c>.</param>
    public static string Of(string path, string suffix) => BlobNames.Fit(prefix: string.Empty, path, $".{suffix}");

    /// <summary>The name that no other content has.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="sha256">SHA-256 of the content, hex.</param>
    /// <param name="suffix">Such as <c>result.json</c>.</param>
    public static string OfContent(string path, string sha256, string suffix) => Of(path, $"{sha256[..HashDigits]}.{suffix}");
}
