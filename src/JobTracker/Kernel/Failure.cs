namespace JobTracker.Kernel;

/// <summary>Why a use case did nothing. Each kind has its place in the HTTP contract.</summary>
public abstract record Failure;

/// <summary>There is no such row, or it belongs to somebody else: nobody outside can tell which.</summary>
public sealed record NotFound : Failure;

/// <summary>The input breaks a rule. Keys are property names of the input; messages are in the reader's language.</summary>
public sealed record Refused(IReadOnlyDictionary<string, string[]> Errors) : Failure
{
    public Refused(string field, string message)
        : this(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }) { }

    /// <summary>Keys are names as they were sent, which may be no property's.</summary>
    public bool NamedAsSent { get; init; }
}

/// <summary>A limit set by the operator is reached.</summary>
/// <param name="Quota">Its name in the contract, for example <c>applications_per_user</c>.</param>
public sealed record OverQuota(string Quota, long Limit, long Used) : Failure;

/// <summary>The row was changed by someone else since the caller read it.</summary>
/// <param name="Current">The row as it is now.</param>
public sealed record Stale(object Current) : Failure;

/// <summary>It contradicts the present state; <paramref name="Code"/> is the contract's word for it.</summary>
public sealed record Conflict(string Code, string Message) : Failure;

/// <summary>What was sent is larger than what is taken, or of a kind that is not.</summary>
/// <param name="Code"><c>too_large</c> or <c>unsupported_media_type</c>.</param>
/// <param name="Field">The property of the input that it is about.</param>
public sealed record NotTaken(string Code, string Field, string Message) : Failure;

/// <summary>The person is not who they must be for this.</summary>
/// <param name="Code"><c>unauthenticated</c>, <c>bad_credentials</c>, <c>two_factor_required</c> or <c>forbidden</c>.</param>
public sealed record NotAllowed(string Code, string Message) : Failure;

/// <summary>Too much at once: try again after <paramref name="RetryAfter"/>.</summary>
public sealed record TooMany(TimeSpan RetryAfter) : Failure;

/// <summary>The account was deleted while the request ran.</summary>
public sealed record AccountGone : Failure;

/// <summary>The provider of the coach's model gave no whole answer.</summary>
/// <param name="Code">The contract's word, which begins with <c>ai_</c>.</param>
/// <param name="RetryAfter">When it may work again, where that is known.</param>
/// <param name="Reason">The provider's own word for why it would not answer, for example <c>SAFETY</c>.</param>
public sealed record AiTrouble(string Code, TimeSpan? RetryAfter = null, string? Reason = null) : Failure;
