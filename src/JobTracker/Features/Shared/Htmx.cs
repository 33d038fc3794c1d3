namespace JobTracker.Features.Shared;

/// <summary>Requests of the site's scripts, which swap a part of the page.</summary>
public static class Htmx
{
    /// <summary>True when a script takes the answer apart; a browser that shows it as a page is redirected instead.</summary>
    public static bool IsSwapping(this HttpRequest request) => request.Headers.ContainsKey("HX-Request");
}
