using System.Xml;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Receipts;

/// <summary>Checks a UPO (schema 4.3) against what we know: it must name each invoice by KSeF number and by the hash of the bytes we sent.</summary>
internal static class UpoProof
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="PipelineException">An invoice is missing, or its hash is another.</exception>
    public static void Demand(IEnumerable<DownloadedDocument> documents, IReadOnlyList<InvoiceRow> rows)
    {
        var confirmed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (ksefNumber, hash) in documents.SelectMany(document => Confirmed(document.Content)))
        {
            confirmed[ksefNumber] = hash;
        }

        foreach (var row in rows)
        {
            if (!confirmed.TryGetValue(row.KsefNumber!, out var hash))
            {
                throw new PipelineException(ReceiptErrors.UpoMismatch, $"{row.KsefNumber} is missing");
            }

            if (hash != row.InvoiceHash)
            {
                throw new PipelineException(ReceiptErrors.UpoMismatch, $"{row.KsefNumber} has another hash");
            }
        }
    }

    /// <summary>The pairs of KSeF number and document hash that a UPO confirms.</summary>
    public static IReadOnlyList<(string KsefNumber, string Hash)> Confirmed(ReadOnlyMemory<byte> upo)
    {
        var pairs = new List<(string, string)>();
        try
        {
            using var stream = BinaryData.FromBytes(upo).ToStream();
            using var reader = XmlReader.Create(stream, Safe);
            var number = string.Empty;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "NumerKSeFDokumentu")
                {
                    reader.Read();
                    number = reader.Value;
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "SkrotDokumentu")
                {
                    reader.Read();
                    pairs.Add((number, reader.Value));
                }
            }
        }
        catch (XmlException broken)
        {
            throw new PipelineException(ReceiptErrors.UpoMismatch, broken, "it is not readable XML");
        }

        return pairs;
    }
}
