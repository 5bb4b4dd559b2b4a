using Ksef.Client;
using Ksef.Invoices;
using KsefFunctions.Api;
using KsefFunctions.Budget;
using KsefFunctions.DeadLetters;
using KsefFunctions.Dispatch;
using KsefFunctions.Evidence;
using KsefFunctions.Files;
using KsefFunctions.Health;
using KsefFunctions.Index;
using KsefFunctions.Indexing;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Receipts;
using KsefFunctions.Results;
using KsefFunctions.Settings;
using KsefFunctions.Settlement;
using KsefFunctions.Sources;
using KsefFunctions.Steps;
using KsefFunctions.Storage;
using KsefFunctions.Submission;
using KsefFunctions.Sweep;
using KsefFunctions.Telemetry;
using KsefFunctions.Validation;
using KsefFunctions.Watch;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Hosting;

/// <summary>
/// Registers the app itself. The clients of storage and Service Bus and the <see cref="IKsefCredentialSource"/> come from
/// <see cref="ConnectionServices"/>.
/// </summary>
public static class KsefFunctionsServices
{
    public static IServiceCollection AddKsefFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<KsefFunctionsOptions>().Bind(configuration.GetSection(KsefFunctionsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KsefFunctionsOptions>, KsefFunctionsOptionsValidator>();

        // At its usual level it writes whole addresses, and that of the dashboard may end with the function key.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));

        // It warns of each 404 and 409, which are plain answers here: create-only writes and looks for what may not be there.
        services.AddLogging(logging => logging.AddFilter("Azure.Core", LogLevel.Error));

        services.AddSingleton<InvoiceStorage>();
        services.AddSingleton<InvoiceIndex>();
        services.AddSingleton<InvoiceSearch>();
        services.AddSingleton<LedgerStore>();
        services.AddSingleton<IRecordStore<FileRecord>>(provider => provider.GetRequiredService<LedgerStore>());
        services.AddSingleton<StepFence<FileRecord>>();
        services.AddSingleton<ConsignmentStore>();
        services.AddSingleton<IRecordStore<ConsignmentRecord>>(provider => provider.GetRequiredService<ConsignmentStore>());
        services.AddSingleton<StepFence<ConsignmentRecord>>();
        services.AddSingleton<WaitingRoom>();
        services.AddSingleton<CompanyQueue>();
        services.AddSingleton<DispatcherCall>();
        services.AddSingleton<ConsignmentStart>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<DropIndex>();
        services.AddSingleton<RemovedDrops>();
        services.AddSingleton<FileIntake>();
        services.AddSingleton<InvoiceChecker>();
        services.AddSingleton<InvoiceInspection>();
        services.AddSingleton<RecentContents>();
        services.AddSingleton<SourceFiles>();
        services.AddSingleton<CompanySettings>();
        services.AddSingleton<SentBefore>();
        services.AddSingleton<ErpData>();
        services.AddSingleton<InvoiceClaims>();
        services.AddSingleton<ClaimedContents>();
        services.AddSingleton<SentInvoices>();
        services.AddSingleton<PackageStaging>();
        services.AddSingleton<OnlineSending>();
        services.AddSingleton<BatchSending>();
        services.AddSingleton<SessionClosing>();
        services.AddSingleton<SessionSettlement>();
        services.AddSingleton<ConsignmentFiles>();
        services.AddSingleton<ConsignmentEnding>();
        services.AddSingleton<FileEndStart>();
        services.AddSingleton<GuiltyInvoices>();
        services.AddSingleton<FileSettlement>();
        services.AddSingleton<LinkedReceipts>();
        services.AddSingleton<ReceiptStore>();
        services.AddSingleton<FileEnding>();
        services.AddSingleton<DuplicateEvidence>();
        services.AddSingleton<SettledDays>();
        services.AddSingleton<ResultStore>();
        services.AddSingleton<ReceiptCopies>();
        services.AddSingleton<ResultPublisher>();
        services.AddSingleton<Quarantine>();
        services.AddSingleton<DeadLetterLedger>();
        services.AddSingleton<PoisonQueue>();
        services.AddSingleton<FileSearch>();
        services.AddSingleton<PendingWork>();
        services.AddSingleton<FlowTelemetry>();
        services.AddSingleton<BudgetStore>();
        services.AddSingleton<SharedCallBudget>();
        services.AddSingleton<ICallBudget>(provider => provider.GetRequiredService<SharedCallBudget>());
        services.AddHostedService<LimitWatch>();
        services.AddSingleton<WatchReports>();
        services.AddSingleton<LimitFindings>();
        services.AddSingleton<FileProgress>();
        services.AddSingleton<InboxSweep>();
        services.AddSingleton<LostHandOvers>();
        services.AddSingleton<OpenMarks>();
        services.AddSingleton<FileIndexing>();
        services.AddSingleton<IndexRepair>();
        services.AddSingleton<QueueWaits>();
        services.AddSingleton<ApprovalWaits>();
        services.AddSingleton<LedgerSweep>();
        services.AddSingleton<SweepTelemetry>();

        services.AddHealth();

        services.AddSingleton<EvidenceRecorder>();
        services.AddTransient<EvidenceHandler>();
        services.AddSingleton<FileSteps>();
        services.AddSingleton<ConsignmentSteps>();
        services.AddSingleton<KsefSteps>();
        services.AddKsefClient(_ => { }).AddHttpMessageHandler<EvidenceHandler>();
        services.AddOptions<KsefClientOptions>().Configure<IOptions<KsefFunctionsOptions>>(
            (client, app) => client.Environment = KsefEnvironments.Of(app.Value));
        return services;
    }
}
