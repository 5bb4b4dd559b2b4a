using System.Text;

namespace KsefFunctions.Sources;

/// <summary>
/// Reads entry names that are not marked as UTF-8: as UTF-8 where they are it all the same, else in code page 852, in which Windows Explorer
/// writes them in Poland.
/// </summary>
internal sealed class EntryNameEncoding : Encoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Cp852 = CodePagesEncodingProvider.Instance.GetEncoding(852)!;

    public override int GetCharCount(byte[] bytes, int index, int count) => Suited(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Suited(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetByteCount(char[] chars, int index, int count) => Utf8.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => Utf8.GetMaxByteCount(charCount);

    public override int GetMaxCharCount(int byteCount) => Utf8.GetMaxCharCount(byteCount);

    private static Encoding Suited(ReadOnlySpan<byte> name) => System.Text.Unicode.Utf8.IsValid(name) ? Utf8 : Cp852;
}
