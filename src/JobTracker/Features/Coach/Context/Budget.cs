namespace JobTracker.Features.Coach.Context;

/// <summary>How much of a prompt there is for what, in tokens.</summary>
internal static class Budget
{
    public const int Total = 12_000;

    /// <summary>The most that the newest turns may take from the items.</summary>
    public const int NewestTurns = 4_000;

    /// <summary>What providers add around each message.</summary>
    public const int Message = 4;

    public const int Summary = 1_500;

    public static int Of(ItemKind kind) =>
        kind switch
        {
            ItemKind.Facts => 300,
            ItemKind.NextInterview => 600,
            ItemKind.Posting => 3_000,
            ItemKind.Deliverable => 2_500,
            ItemKind.Note => 1_500,
            _ => 1_000,
        };
}
