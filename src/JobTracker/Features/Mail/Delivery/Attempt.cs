namespace JobTracker.Features.Mail.Delivery;

/// <summary>What came of an attempt.</summary>
/// <param name="Reason">A word of <see cref="Reasons"/>; null after a success.</param>
/// <param name="Reply">The server's number, where it said one.</param>
/// <param name="MayHaveGone">The text was on its way when the answer failed to come.</param>
public sealed record Attempt(AttemptEnd End, string? Reason = null, int? Reply = null, bool MayHaveGone = false)
{
    public static readonly Attempt Done = new(AttemptEnd.Sent);

    /// <summary>It went to another process meanwhile.</summary>
    public static readonly Attempt Lost = new(AttemptEnd.Lost);

    /// <summary>The words for what can go wrong.</summary>
    public static class Reasons
    {
        public const string AddressRefused = "address_refused";
        public const string MessageRefused = "message_refused";
        public const string SenderRefused = "sender_refused";
        public const string SignInRefused = "sign_in_refused";
        public const string NotEncrypted = "not_encrypted";
        public const string ServerAway = "server_away";
        public const string ServerBusy = "server_busy";
        public const string TimedOut = "timed_out";
        public const string Unreadable = "unreadable";
        public const string TooLate = "too_late";

        /// <summary>A mistake of ours.</summary>
        public const string Failed = "failed";
    }
}

/// <summary>How an attempt ended.</summary>
public enum AttemptEnd
{
    Sent,

    /// <summary>No further attempt would help.</summary>
    Refused,

    /// <summary>This mail cannot go now.</summary>
    Postponed,

    /// <summary>No mail can go now.</summary>
    NoWay,
    Lost,
}
