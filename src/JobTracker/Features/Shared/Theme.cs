namespace JobTracker.Features.Shared;

/// <summary>The chosen theme lives in a cookie, so that the server's first answer has the right colours already.</summary>
public static class Theme
{
    public const string Cookie = "theme";
    public const string System = "system";

    private static readonly string[] Own = ["light", "dark"];

    /// <summary><c>light</c>, <c>dark</c>, or null to follow the system.</summary>
    public static string? Of(HttpRequest request) =>
        Own.FirstOrDefault(name => string.Equals(name, request.Cookies[Cookie], StringComparison.Ordinal));

    public static void Choose(HttpContext http, string? theme)
    {
        if (Own.Contains(theme, StringComparer.Ordinal))
            http.Response.Cookies.Append(Cookie, theme!, Preference(http));
        else
            http.Response.Cookies.Delete(Cookie);
    }

    /// <summary>Kept for a year; holds a choice, nothing about the person.</summary>
    public static CookieOptions Preference(HttpContext http) =>
        new()
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        };
}
