namespace JobTracker.Features.Transfer.Import;

/// <summary>Each file that is read takes some tens of megabytes and a core.</summary>
public sealed class ImportGate() : TransferGate(MostAtOnce, ofOne: 1, Patience)
{
    public const int MostAtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
}
