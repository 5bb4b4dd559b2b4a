using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Submission;

namespace KsefFunctions.Settlement;

/// <summary>Finds the files of a consignment.</summary>
public sealed class ConsignmentFiles(LedgerStore ledger, ConsignmentStore consignments, SentInvoices sent)
{
    private const int AtOnce = 16;

    /// <summary>Names of the documents of the files that any of these invoices went out of.</summary>
    /// <param name="consignment">The consignment.</param>
    /// <param name="hashes">SHA-256 of the invoices, Base64.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<string>> WithAsync(ConsignmentRecord consignment, IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        var wanted = hashes.ToHashSet(StringComparer.Ordinal);
        var files = await sent.LoadAsync(consignment.Id, cancellationToken) ?? await ByTheirRowsAsync(consignment, cancellationToken);
        return [.. files.Where(file => file.Hashes.Any(wanted.Contains)).Select(file => file.LedgerName)];
    }

    /// <summary>The members' records as they stand.</summary>
    public async Task<IReadOnlyList<(ConsignmentMember Member, FileRecord Record)>> MembersAsync(ConsignmentRecord consignment, CancellationToken cancellationToken)
    {
        var members = await consignments.MembersAsync(consignment.ContextNip, consignment.Id, cancellationToken);
        var records = new FileRecord[members.Count];
        await Parallel.ForAsync(
            0,
            members.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => records[index] = await ledger.GetByNameAsync(members[index].LedgerName, token));
        return [.. members.Zip(records)];
    }

    // After a restore, or when a stopped consignment is taken up again, there is nothing in the container work.
    private async Task<IReadOnlyList<SentFile>> ByTheirRowsAsync(ConsignmentRecord consignment, CancellationToken cancellationToken) =>
    [
        .. (await MembersAsync(consignment, cancellationToken)).Select(file => new SentFile(
            file.Record.LedgerName, [.. SessionSettlement.Pending(file.Record, consignment.Id).Select(row => row.InvoiceHash)])),
    ];
}
