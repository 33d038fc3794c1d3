using JobTracker.Features.Accounts;
using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using JobTracker.Web;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.CalendarFeed;

/// <summary>The calendar's secret address: made, shown once, replaced and taken away.</summary>
[FreshSignIn]
public sealed class SettingsModel(ReadCalendar read, ShareCalendar share, SiteLinks links, CurrentUser user, IStringLocalizer<Texts> t)
    : PageModel
{
    private const string FollowScheme = "webcal";

    public ReadCalendar.Answer Calendar { get; private set; } = null!;

    /// <summary>In the answer that made it, and never again.</summary>
    public Uri? Address { get; private set; }

    /// <summary>The address as programs on this device take it at once.</summary>
    public Uri? FollowHere => Address is { } address ? new UriBuilder(address) { Scheme = FollowScheme, Port = PortOf(address) }.Uri : null;

    public TimeZoneInfo Zone => user.Zone;

    /// <summary>Every form comes back to this page, so every request needs what it shows.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Calendar = await read.RunAsync(user.Id, HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => (await share.StartAsync(user.Id, cancel)).ToPage(this, Show);

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel)
    {
        await share.StopAsync(user.Id, cancel);
        this.Flash(t["The address is removed. Calendars that used it get nothing from it any more."]);
        return RedirectToPage();
    }

    private PageResult Show(string path)
    {
        Address = links.AddressOf(path, Request);
        return Page();
    }

    private static int PortOf(Uri address) => address.IsDefaultPort ? -1 : address.Port;
}
