using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Submission;

/// <summary>
/// Claims the invoices of a consignment: in the row of each stands which consignment it goes in, and while it is not settled no other takes it. The
/// ETag of the file's record decides between two that want it.
/// </summary>
public sealed class InvoiceClaims(LedgerStore ledger, ConsignmentStore consignments, ConsignmentStart start, IOptions<KsefFunctionsOptions> options)
{
    private const int AtOnce = 16;

    /// <summary>Claims what is still to be sent of the members' invoices; what an earlier run claimed stays claimed.</summary>
    /// <param name="consignment">The consignment.</param>
    /// <param name="durable">Takes up again the consignments that hold what was wanted.</param>
    /// <param name="cancellationToken">Stops the claims; those made stay.</param>
    public async Task<IReadOnlyList<ClaimedInvoice>> ClaimAsync(ConsignmentRecord consignment, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var members = await consignments.MembersAsync(consignment.ContextNip, consignment.Id, cancellationToken);
        var claimed = new FileRecord?[members.Count];
        await Parallel.ForAsync(
            0,
            members.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (index, token) => claimed[index] = Wanted(
                await ledger.UpdateAsync(members[index].LedgerName, record => Claim(record, members[index], consignment), token), members[index], consignment));
        await TakeUpOthersAsync(consignment, claimed, durable, cancellationToken);
        return Numbered(claimed, consignment);
    }

    // Only the rows are needed later, of ten thousand files perhaps.
    private static FileRecord Wanted(FileRecord record, ConsignmentMember member, ConsignmentRecord consignment)
    {
        var chosen = member.Ordinals?.ToHashSet();
        return record with { Invoices = [.. record.Invoices.Where(row => row.Consignment is not null && IsMeant(record, row, chosen, consignment))] };
    }

    private static FileRecord? Claim(FileRecord record, ConsignmentMember member, ConsignmentRecord consignment)
    {
        var chosen = member.Ordinals?.ToHashSet();
        var isCurrent = record.Attempt == member.Attempt;
        var mine = record.Invoices.Where(row => IsMeant(record, row, chosen, consignment)
            && (row.Consignment is null ? isCurrent : row.Consignment == consignment.Origin?.Predecessor)).ToHashSet();
        return mine.Count == 0
            ? null
            : record with
            {
                Outcome = record.Outcome == FileOutcome.Validated || record.Outcome == FileOutcome.AwaitingApproval ? FileOutcome.Sending : record.Outcome,
                Invoices = [.. record.Invoices.Select(row => mine.Contains(row) ? row with { Consignment = consignment.Id } : row)],
            };
    }

    private static bool IsMeant(FileRecord record, InvoiceRow row, HashSet<int>? chosen, ConsignmentRecord consignment) =>
        !record.IsFinal && row.Outcome == InvoiceOutcome.Pending && row.Schema == consignment.Schema && (chosen is null || chosen.Contains(row.Ordinal));

    // An invoice that is in another consignment already waits for that one: it may be at KSeF. Where nobody works on it, it is taken up again.
    private async Task TakeUpOthersAsync(ConsignmentRecord consignment, FileRecord?[] claimed, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var others = claimed.SelectMany(record => record!.Invoices).Select(row => row.Consignment!).Where(id => id != consignment.Id).Distinct().ToList();
        foreach (var other in others)
        {
            await start.ResumeAsync(consignment.ContextNip, other, durable, cancellationToken);
        }
    }

    private List<ClaimedInvoice> Numbered(FileRecord?[] claimed, ConsignmentRecord consignment)
    {
        var settings = FlowSettings.Of(options.Value);
        var invoices = new List<ClaimedInvoice>();
        foreach (var record in claimed)
        {
            var file = FileReference.Of(record!, settings);
            invoices.AddRange(record!.Invoices.Where(row => row.Consignment == consignment.Id).Select(row => new ClaimedInvoice(0, file, row.Ordinal, row.InvoiceHash)));
        }

        return [.. invoices.Select((invoice, index) => invoice with { Number = index + 1 })];
    }
}
