using System.Runtime.CompilerServices;
using Ksef.Mapping;
using KsefFunctions.Sources;
using KsefFunctions.Validation;

namespace LocalHost.Map;

/// <summary>What is in a file: the data itself, or the parts of a ZIP, as the app takes them.</summary>
internal static class MapParts
{
    /// <exception cref="SourceRefusedException">A ZIP cannot or must not be read as a whole.</exception>
    public static async IAsyncEnumerable<DataPart> OfAsync(Stream file, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await DataMapper.DetectAsync(file, stop) != FileFormat.Zip)
        {
            yield return new DataPart(Name: null) { Data = file };
            yield break;
        }

        await using InvoiceArchive archive = await InvoiceArchive.OpenAsync(file, stop);
        await foreach (DataPart part in DataParts.OfAsync(archive, stop))
        {
            yield return part;
        }
    }
}
