using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers;

/// <summary>What any provider's trouble looks like from here.</summary>
internal static partial class Troubles
{
    private const string Unnamed = "OTHER";
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public static AiException Of(string code, TimeSpan? retryAfter = null, string? reason = null) =>
        new(new AiTrouble(code, retryAfter, reason));

    /// <summary>It would not answer. The reason is the provider's own word, if it is one word.</summary>
    public static AiTrouble Blocked(string? reason) =>
        new(AiCodes.Blocked, Reason: reason is not null && Word().IsMatch(reason) ? reason.ToUpperInvariant() : Unnamed);

    /// <summary>The connection failed before there was an answer, or in the middle of it.</summary>
    public static bool IsBroken(Exception problem) => problem is HttpRequestException or IOException;

    /// <summary>Statuses that mean the same whoever sends them.</summary>
    public static AiTrouble OfStatus(int status, string? name, TimeSpan? retryAfter) =>
        status switch
        {
            (int)HttpStatusCode.Unauthorized => new AiTrouble(AiCodes.KeyInvalid),
            (int)HttpStatusCode.Forbidden => new AiTrouble(AiCodes.KeyForbidden),
            (int)HttpStatusCode.NotFound => new AiTrouble(AiCodes.ModelGone),
            (int)HttpStatusCode.TooManyRequests => new AiTrouble(AiCodes.Busy, retryAfter),
            (int)HttpStatusCode.RequestTimeout or >= 500 => new AiTrouble(AiCodes.Overloaded, retryAfter),
            // A request that it does not take is one that it will not answer; the next try would be refused too.
            _ => Blocked(name),
        };

    /// <summary>How long a header asks to wait.</summary>
    public static TimeSpan? WaitOf(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? Bounded(date - now) : null);

    /// <summary>Seconds as text: <c>7</c>, <c>26s</c> or <c>0.5s</c>.</summary>
    public static TimeSpan? WaitOf(string? text) =>
        double.TryParse(text?.TrimEnd('s'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? Bounded(TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds)))
            : null;

    private static TimeSpan Bounded(TimeSpan wait) =>
        wait < TimeSpan.Zero ? TimeSpan.Zero
        : wait > LongestWait ? LongestWait
        : wait;

    [GeneratedRegex(@"^[A-Za-z][A-Za-z_]{0,49}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
