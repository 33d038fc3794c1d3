namespace JobTracker.Features.Shared;

/// <summary>Addresses inside the site, for forms that lead back to where they stood.</summary>
public static class Addresses
{
    /// <summary>Path and query of this request.</summary>
    public static string Here(this HttpContext http) => $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}";
}
