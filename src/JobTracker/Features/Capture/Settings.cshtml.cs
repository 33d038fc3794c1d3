using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Capture;

/// <summary>The ways to bring a posting in from where it stands.</summary>
public sealed class SettingsModel(SiteLinks links) : PageModel
{
    public string Bookmark => Bookmarklet.For(links.AddressOf("/", Request));
}
