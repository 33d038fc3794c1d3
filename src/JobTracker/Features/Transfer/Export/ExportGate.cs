namespace JobTracker.Features.Transfer.Export;

/// <summary>Each export takes a database connection and some megabytes for as long as its reader is slow, so nobody waits for one to end.</summary>
public sealed class ExportGate() : TransferGate(MostAtOnce, MostOfOne, patience: TimeSpan.Zero)
{
    public const int MostAtOnce = 6;
    public const int MostOfOne = 2;
}
