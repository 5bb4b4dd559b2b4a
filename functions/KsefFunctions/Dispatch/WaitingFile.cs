using System.Globalization;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Dispatch;

/// <summary>A file whose invoices of one form code wait for a session. All of it stands in the name and the metadata of an empty blob, so that one listing tells of thousands.</summary>
public sealed record WaitingFile
{
    /// <summary>Folder of all that wait.</summary>
    public const string Folder = "waiting/";

    /// <summary>Name of the blob in the container <c>status</c>; the newest files sort first, as in the ledger.</summary>
    public required string Name { get; init; }

    /// <summary>The file.</summary>
    public required ConsignmentMember Member { get; init; }

    /// <summary>Name of the schema.</summary>
    public required string Schema { get; init; }

    public required int Invoices { get; init; }

    /// <summary>Size of the invoices, plain.</summary>
    public required long Bytes { get; init; }

    public required bool HasAttachment { get; init; }

    /// <summary>The ERP put its invoices into a package by itself.</summary>
    public required bool IsPackage { get; init; }

    /// <summary>When it was handed over. Storage itself tells whole seconds only, which is as much as the quiet time.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>What waits of a file. It has the same name however often it is handed over in an attempt.</summary>
    /// <param name="file">The file.</param>
    /// <param name="toSend">What is to be sent of it under one form code.</param>
    /// <param name="arrivedAt">When it is handed over.</param>
    public static WaitingFile Of(FileReference file, InvoicesToSend toSend, DateTimeOffset arrivedAt) => new()
    {
        Name = $"{FolderOf(file.ContextNip)}{toSend.Schema}/{Path.GetFileNameWithoutExtension(file.LedgerName)}-{file.Attempt.ToString(CultureInfo.InvariantCulture)}",
        Member = new ConsignmentMember(file.Id, file.LedgerName, file.Attempt) { TraceParent = file.TraceParent },
        Schema = toSend.Schema,
        Invoices = toSend.Invoices,
        Bytes = toSend.Bytes,
        HasAttachment = toSend.HasAttachment,
        IsPackage = file.IsArchive || (file.IsMapped && toSend.Invoices > 1),
        ArrivedAt = arrivedAt,
    };

    /// <summary>Folder of a company.</summary>
    public static string FolderOf(string nip) => $"{Folder}{nip}/";

    internal static WaitingFile Read(ListedBlob blob) => new()
    {
        Name = blob.Name,
        Member = new ConsignmentMember(blob.Metadata["id"], blob.Metadata["ledger"], int.Parse(blob.Metadata["attempt"], CultureInfo.InvariantCulture))
        {
            TraceParent = blob.Metadata.TryGetValue("trace", out var trace) ? trace : null,
        },
        Schema = blob.Name.Split('/')[2],
        Invoices = int.Parse(blob.Metadata["invoices"], CultureInfo.InvariantCulture),
        Bytes = long.Parse(blob.Metadata["bytes"], CultureInfo.InvariantCulture),
        HasAttachment = blob.Metadata["attachment"] == "1",
        IsPackage = blob.Metadata["package"] == "1",
        ArrivedAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(blob.Metadata["arrived"], CultureInfo.InvariantCulture)),
    };

    internal Dictionary<string, string> ToMetadata()
    {
        var metadata = new Dictionary<string, string>
        {
            ["id"] = Member.FileId,
            ["ledger"] = Member.LedgerName,
            ["attempt"] = Member.Attempt.ToString(CultureInfo.InvariantCulture),
            ["invoices"] = Invoices.ToString(CultureInfo.InvariantCulture),
            ["bytes"] = Bytes.ToString(CultureInfo.InvariantCulture),
            ["attachment"] = HasAttachment ? "1" : "0",
            ["package"] = IsPackage ? "1" : "0",
            ["arrived"] = ArrivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };
        if (Member.TraceParent is { } trace)
        {
            metadata["trace"] = trace;
        }

        return metadata;
    }
}
