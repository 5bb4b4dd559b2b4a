


namespace KsefFunctions.Storage;

/// <summary>Names of the containers, as Bicep creates them and the ERP addresses them.</summary>
public static class ContainerNames
{
    public const string Inbox = "inbox";
    public const string Outbox = "outbox";
    public const string Work = "work";
    public const string Archive = "archive";
    public const string Status = "status";
    public const string Config = "config";

    public static IReadOnlyList<string> All { get; } = [Inbox, Outbox, Work, Archive, Status, Config];

    public static string Of(BlobArea area) => area switch
    {
        BlobArea.Inbox => Inbox,
        BlobArea.Outbox => Outbox,
        BlobArea.Work => Work,
        BlobArea.Archive => Archive,
        BlobArea.Status => Status,
        BlobArea.Config => Config,
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "There is no such container."),
    };
}
