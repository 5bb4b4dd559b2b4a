using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Numbers;
using KsefSimulator.Settings;
using KsefSimulator.Storage;

namespace KsefSimulator.Permissions;

/// <summary>A change of permissions as an asynchronous operation.</summary>
internal sealed record PermissionOperation(string ReferenceNumber, ContextIdentifier Context, DateTimeOffset StartDate, DateTimeOffset CompletesAt, StatusInfo Outcome);

/// <summary>Operations of granting and revoking; their status can be asked for thirty days.</summary>
internal sealed class PermissionOperations(Journal journal, ReferenceNumbers numbers, TimeProvider time, SimulatorOptions options)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);
    private readonly JournaledSet<PermissionOperation> _operations = new(journal, "permission-operation", PermissionJson.Types.PermissionOperation);

    public static StatusInfo InProgress { get; } = new(100, "Operacja przyjęta do realizacji");

    public static StatusInfo Succeeded { get; } = new(200, "Operacja zakończona sukcesem");

    public static StatusInfo Failed { get; } = new(400, "Operacja zakończona niepowodzeniem");

    public string Start(ContextIdentifier context, StatusInfo outcome)
    {
        var now = time.GetUtcNow();
        var operation = new PermissionOperation(numbers.Next(ReferenceKind.PermissionOperation), context, now, now + options.ProcessingDelay, outcome);
        _operations.Put(operation.ReferenceNumber, operation);
        return operation.ReferenceNumber;
    }

    /// <exception cref="KsefRefusal">21405 no such operation.</exception>
    /// <exception cref="HttpRefusal">410 older than thirty days.</exception>
    public StatusInfo StatusOf(string reference, ContextIdentifier context)
    {
        if (!_operations.TryGet(reference, out var operation) || operation.Context != context)
        {
            throw Refusals.InvalidInput($"Operacja o numerze referencyjnym {reference} nie została znaleziona.");
        }

        var now = time.GetUtcNow();
        return now - operation.StartDate > Retention
            ? throw HttpRefusal.Gone("Status operacji nie jest już dostępny.")
            : now < operation.CompletesAt ? InProgress : operation.Outcome;
    }
}
