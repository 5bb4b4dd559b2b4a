using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Ksef.Mapping.Reading;

/// <summary>Opens XML without anything from outside: no DTD, no entities, no resolver. UTF-8 and UTF-16, and the two other encodings that Polish programs declare.</summary>
internal static partial class XmlContent
{
    private const int DeclarationLength = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Opens a file from where it is; the file is left open.</summary>
    /// <exception cref="XmlException">It cannot be XML.</exception>
    public static async Task<XmlReader> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = content.Position;
        var beginning = new byte[DeclarationLength];
        var length = await content.ReadAtLeastAsync(beginning, beginning.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = start;
        return DeclaredPolish().Match(Encoding.Latin1.GetString(beginning, 0, length)) is { Success: true, Groups: [_, var name] } && CodePagesEncodingProvider.Instance.GetEncoding(name.Value) is { } encoding
            ? XmlReader.Create(new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true), Settings)
            : XmlReader.Create(content, Settings);
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*\sencoding\s*=\s*["'](windows-1250|iso-8859-2)["']""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeclaredPolish();
}
