using System.Runtime.CompilerServices;

namespace Ksef.Mapping.Epp;

/// <summary>
/// Reads EPP (EDI++) of the purposes 1 to 3, which carry goods. Two passes through the file: one for the dictionaries, which stand behind all documents,
/// one for the documents, each of which is given away before the next is read. In memory are the dictionaries, and of them only what invoices need.
/// Source: InsERT, "Komunikacja – Struktura danych EDI++", version 1.11.
/// </summary>
internal sealed class EppReader : IDataReader
{
    /// <inheritdoc/>
    public FileFormat Format => FileFormat.Epp;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DataItem> ReadAsync(Stream content, ReadingContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = content.Position;
        var tokens = new EppTokens(new EppLines(content));
        var (info, refusal) = EppPreamble.Read(await tokens.NextAsync(cancellationToken));
        if (info is null)
        {
            yield return new FileFinding(refusal!);
            yield break;
        }

        var survey = new EppSurvey();
        await survey.ReadAsync(tokens, info.CodePage, cancellationToken);
        if (survey.IsUtf8)
        {
            yield return new FileFinding(EppFindings.Utf8.At(DataValue.OfText(info.Record[EppInfo.CodePagePosition.Number], info.At(EppInfo.CodePagePosition))));
            yield break;
        }

        foreach (var finding in survey.Findings)
        {
            yield return new FileFinding(finding);
        }

        content.Position = start;
        var invoice = new EppInvoice(info, survey.Dictionaries, new EppNumbers(info.Program, context.Profile.NumberRule), context.Profile.PaidOnIssue);
        await foreach (var item in DocumentsAsync(content, info.CodePage, invoice, cancellationToken))
        {
            yield return item;
        }
    }

    private static async IAsyncEnumerable<DataItem> DocumentsAsync(Stream content, EppCodePage codePage, EppInvoice invoice, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tokens = new EppTokens(new EppLines(content));
        await tokens.NextAsync(cancellationToken);
        var collector = new EppCollector(codePage);
        while (await tokens.NextAsync(cancellationToken) is { } token)
        {
            if (token.Kind != EppTokenKind.Header)
            {
                collector.Add(token);
                continue;
            }

            if (collector.End(invoice) is { } ended)
            {
                yield return ended;
            }

            if (collector.Begin(token.Line) is { } leftOut)
            {
                yield return leftOut;
            }
        }

        if (collector.End(invoice) is { } last)
        {
            yield return last;
        }
    }
}
