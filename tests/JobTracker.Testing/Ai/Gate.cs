namespace JobTracker.Testing.Ai;

/// <summary>A place in a script where the provider waits until the test lets it go on.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the provider stands before it: all that the script wrote until here is on its way.</summary>
    public Task Reached => reached.Task;

    /// <summary>Lets it pass, now or when it comes.</summary>
    public void Open() => opened.TrySetResult();

    internal Task PassAsync(CancellationToken cancel)
    {
        reached.TrySetResult();
        return opened.Task.WaitAsync(cancel);
    }
}
