namespace Ksef.Mapping.Epp;

/// <summary>A line of a file, without its end. The bytes are valid until the next line is read.</summary>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="Bytes">What stands in it.</param>
/// <param name="TooLong">Whether it is longer than any record may be; then <paramref name="Bytes"/> is its beginning.</param>
internal readonly record struct EppLine(int Number, ReadOnlyMemory<byte> Bytes, bool TooLong)
{
    /// <summary>Whether nothing but blanks stands in it.</summary>
    public bool IsBlank => !Bytes.Span.ContainsAnyExcept((byte)' ', (byte)'\t');
}
