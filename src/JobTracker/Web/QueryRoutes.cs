namespace JobTracker.Web;

/// <summary>
/// Routes with numbers, days, words and the like in their query. Other routes are bound by code that is written at build time; these are bound at
/// run time, because the written code says 400 to a value that it cannot read without naming the parameter, and does not see inherited ones.
/// </summary>
internal static class QueryRoutes
{
    // RDG002: that a handler comes in a variable is what keeps the written code away from it.
#pragma warning disable RDG002
    public static RouteHandlerBuilder MapGetWithQuery(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapGet(pattern, handler);

    public static RouteHandlerBuilder MapPostWithQuery(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapPost(pattern, handler);
#pragma warning restore RDG002
}
