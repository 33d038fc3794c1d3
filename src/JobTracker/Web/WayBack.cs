using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Web;

/// <summary>Where to go on, when the request says so.</summary>
public static class WayBack
{
    /// <summary>The address, if it is one of this site and can stand in a header as it is; else null. A link to us may hold anything.</summary>
    public static string? OwnPage(this IUrlHelper url, string? back) => url.IsLocalUrl(back) && Ascii.IsValid(back) ? back : null;
}
