namespace KsefFunctions.Storage;

/// <summary>Names that are made from names of the inbox and must not become longer than storage takes.</summary>
internal static class BlobNames
{
    /// <summary>Characters in a blob's name, at most. Source: "Naming and referencing containers, blobs, and metadata", Azure Storage.</summary>
    public const int Longest = 1024;

    /// <summary>Prefix, name and suffix; where that is too long, a <see cref="ShortName"/> stands for the name.</summary>
    public static string Fit(string prefix, string name, string suffix) =>
        prefix + ShortName.Of(name, Longest - prefix.Length - suffix.Length, letter => letter.Utf16SequenceLength) + suffix;
}
