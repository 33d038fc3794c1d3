namespace JobTracker.Kernel;

/// <summary>What came of a use case: a value, or an expected <see cref="Failure"/>. An exception is a bug or a broken machine.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public abstract record Outcome<T>
{
    private protected Outcome() { }

    public static implicit operator Outcome<T>(T value) => new Done<T>(value);

    public static implicit operator Outcome<T>(Failure failure) => new Failed<T>(failure);

    /// <summary>Handles both cases.</summary>
    public TResult Match<TResult>(Func<T, TResult> done, Func<Failure, TResult> failed) =>
        this switch
        {
            Done<T> it => done(it.Value),
            Failed<T> it => failed(it.Failure),
            _ => throw new InvalidOperationException("An outcome is done or failed."),
        };
}

/// <summary>It was done.</summary>
public sealed record Done<T>(T Value) : Outcome<T>;

/// <summary>It was not done, and nothing was changed.</summary>
public sealed record Failed<T>(Failure Failure) : Outcome<T>;

/// <summary>Success of a use case that has nothing to tell.</summary>
public sealed record Nothing
{
    public static readonly Nothing Value = new();
}
