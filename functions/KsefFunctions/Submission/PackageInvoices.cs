using Ksef.Client;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using KsefFunctions.Storage;
using KsefFunctions.Validation;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>
/// Encrypts what is left to send of a submission and stages it. The session key lives in memory for the length of this
/// step; only its copy for KSeF is kept, so a repeated send uses the same ciphertext and no secret is stored.
/// </summary>
public sealed class PackageInvoices(
    KsefSteps steps, SourceFiles sources, LedgerStore ledger, PackageStaging staging, InvoiceStorage storage)
{
    [Function(nameof(PackageInvoices))]
    public Task<Answer<PackageReference>> RunAsync([ActivityTrigger] PackageInput input, CancellationToken cancellationToken) =>
        steps.AskAsync(nameof(PackageInvoices), input.File, ksef => PackageAsync(ksef, input, cancellationToken), cancellationToken);

    private async Task<PackageReference> PackageAsync(KsefContext ksef, PackageInput input, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(input.File.LedgerName, cancellationToken);
        var pending = record.Invoices
            .Where(row => row.Outcome == InvoiceOutcome.Pending && row.Submission == input.Submission.Key)
            .ToDictionary(row => row.Ordinal);
        if (pending.Count == 0)
        {
            return new PackageReference(Folder: string.Empty, InvoiceCount: 0);
        }

        if (input.FreshKeys)
        {
            ksef.PublicKeys.Forget();
        }

        using var key = SessionKey.Create(await ksef.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, cancellationToken));
        var folder = PackageStaging.NewFolder(input.File);
        var invoices = Chosen(input, pending, cancellationToken);
        var package = input.Submission.Kind == SessionKind.Batch
            ? new StagedPackage(key.Encryption, [], await StageBatchAsync(key, folder, invoices, cancellationToken))
            : new StagedPackage(key.Encryption, await StageOnlineAsync(key, folder, invoices, cancellationToken), Batch: null);
        await staging.SaveAsync(folder, package, cancellationToken);
        return new PackageReference(folder, pending.Count);
    }

    private IAsyncEnumerable<SourceInvoice> Chosen(PackageInput input, Dictionary<int, InvoiceRow> pending, CancellationToken cancellationToken) =>
        sources.ReadAsync(input.File, cancellationToken).Where(invoice => pending.ContainsKey(invoice.Ordinal));

    private async Task<IReadOnlyList<StagedInvoice>> StageOnlineAsync(
        SessionKey key, string folder, IAsyncEnumerable<SourceInvoice> invoices, CancellationToken cancellationToken)
    {
        var staged = new List<StagedInvoice>();
        await foreach (var invoice in invoices.WithCancellation(cancellationToken))
        {
            using var ciphertext = new MemoryStream(invoice.Content.Length + 16);
            using var plain = new MemoryStream(invoice.Content.ToArray(), writable: false);
            var encrypted = await key.EncryptInvoiceAsync(plain, ciphertext, cancellationToken);
            await storage.ReplaceAsync(
                BlobArea.Work,
                PackageStaging.InvoiceName(folder, invoice.Ordinal),
                ciphertext.GetBuffer().AsMemory(0, (int)ciphertext.Length),
                expected: null,
                metadata: null,
                cancellationToken);
            staged.Add(new StagedInvoice(invoice.Ordinal, encrypted));
        }

        return staged;
    }

    private async Task<BatchPackage> StageBatchAsync(
        SessionKey key, string folder, IAsyncEnumerable<SourceInvoice> invoices, CancellationToken cancellationToken)
    {
        await using var writer = new BatchPackageWriter(
            key,
            CompressionType.Zip,
            new BatchPackageLimits(),
            (ordinalNumber, token) => storage.OpenWriteAsync(BlobArea.Work, PackageStaging.PartName(folder, ordinalNumber), token));
        await foreach (var invoice in invoices.WithCancellation(cancellationToken))
        {
            // Names of our own: the sender's entry names may collide or hold what KSeF does not take.
            using var plain = new MemoryStream(invoice.Content.ToArray(), writable: false);
            await writer.AddAsync(EntryName(invoice.Ordinal), plain, cancellationToken);
        }

        return await writer.CompleteAsync(cancellationToken);
    }

    private static string EntryName(int ordinal) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ordinal:D5}.xml");
}
