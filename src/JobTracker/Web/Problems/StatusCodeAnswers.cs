namespace JobTracker.Web.Problems;

/// <summary>A body for answers that have a status alone: a problem for programs, a page for people.</summary>
public static class StatusCodeAnswers
{
    public static void UseStatusCodeAnswers(this WebApplication app)
    {
        app.UseWhen(context => !context.IsForPrograms(), people => people.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseWhen(
            context => context.IsForPrograms(),
            programs => programs.UseStatusCodePages(context => AnswerAsync(context.HttpContext))
        );
    }

    private static Task AnswerAsync(HttpContext context) =>
        new Problem(context.Response.StatusCode, CodeOf(context.Response.StatusCode)).ExecuteAsync(context);

    private static string CodeOf(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "invalid",
            StatusCodes.Status401Unauthorized => "unauthenticated",
            StatusCodes.Status403Forbidden => "forbidden",
            StatusCodes.Status404NotFound => "not_found",
            StatusCodes.Status405MethodNotAllowed => "method_not_allowed",
            StatusCodes.Status413PayloadTooLarge => "too_large",
            StatusCodes.Status415UnsupportedMediaType => "unsupported_media_type",
            StatusCodes.Status429TooManyRequests => "rate_limited",
            StatusCodes.Status503ServiceUnavailable => "unavailable",
            _ => "internal",
        };
}
