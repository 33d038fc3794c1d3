using System.Text.Json;
using JobTracker.Kernel;

namespace JobTracker.Web.Problems;

/// <summary>From what a use case says to what HTTP says: the one translation for every endpoint.</summary>
public static class OutcomeResults
{
    /// <summary>The success as <paramref name="done"/> puts it, a failure as the contract's problem.</summary>
    public static IResult ToHttp<T>(this Outcome<T> outcome, Func<T, IResult> done) => outcome.Match(done, ToProblem);

    /// <summary>The contract's answer to a failure.</summary>
    public static IResult ToProblem(this Failure failure) =>
        failure switch
        {
            NotFound => new Problem(StatusCodes.Status404NotFound, "not_found"),
            Refused refused => new Problem(StatusCodes.Status400BadRequest, "invalid") { Errors = InBody(refused) },
            OverQuota over => Full(over),
            Stale stale => new Problem(StatusCodes.Status412PreconditionFailed, "stale") { Members = { ["current"] = stale.Current } },
            Conflict conflict => new Problem(StatusCodes.Status409Conflict, conflict.Code) { Detail = conflict.Message },
            NotTaken { Code: "too_large" } large => new Problem(StatusCodes.Status413PayloadTooLarge, large.Code)
            {
                Detail = large.Message,
            },
            NotTaken other => new Problem(StatusCodes.Status415UnsupportedMediaType, other.Code) { Detail = other.Message },
            NotAllowed { Code: "forbidden" } forbidden => new Problem(StatusCodes.Status403Forbidden, forbidden.Code)
            {
                Detail = forbidden.Message,
            },
            NotAllowed refused => new Problem(StatusCodes.Status401Unauthorized, refused.Code) { Detail = refused.Message },
            AccountGone => new Problem(StatusCodes.Status401Unauthorized, "unauthenticated"),
            TooMany many => new Problem(StatusCodes.Status429TooManyRequests, "rate_limited") { RetryAfter = many.RetryAfter },
            AiTrouble trouble => AiProblems.Of(trouble),
            _ => throw new InvalidOperationException($"{failure.GetType().Name} has no place in the HTTP contract."),
        };

    private static Problem Full(OverQuota over)
    {
        QuotaInstruments.Count(over);
        return new Problem(StatusCodes.Status403Forbidden, "quota_exceeded")
        {
            Members =
            {
                ["quota"] = over.Quota,
                ["limit"] = over.Limit,
                ["used"] = over.Used,
            },
        };
    }

    /// <summary>Property names as they stand in JSON, also of nested ones.</summary>
    private static IReadOnlyDictionary<string, string[]> InBody(Refused refused) =>
        refused.NamedAsSent
            ? refused.Errors
            : refused.Errors.ToDictionary(
                error => string.Join('.', error.Key.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)),
                error => error.Value,
                StringComparer.Ordinal
            );
}
