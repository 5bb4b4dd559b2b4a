namespace KsefSimulator.Sessions;

internal enum SessionKind
{
    Online,
    Batch,
}
