using System.Threading.Channels;

namespace JobTracker.Features.Accounts.Links;

/// <summary>Wakes <see cref="ResetRounds"/> on this process. One ring waits at most: it stands for all that came before it is heard.</summary>
public sealed class ResetBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Until it rings.</summary>
    public async Task HearAsync(CancellationToken cancel) => await rings.Reader.ReadAsync(cancel);
}
