using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Reminders;

/// <summary>
/// Where the link of a digest leads, without a sign-in. Looking changes nothing, since mail programs look at links by themselves; they and
/// people switch it off with the same POST (RFC 8058), which has no form token because no page was read before it.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class UnsubscribeModel(StopLinks links, StopDigest stop) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public bool IsKnown { get; private set; }

    public bool IsStopped { get; private set; }

    public PageResult OnGet()
    {
        IsKnown = links.Read(Token) is not null;
        return IsKnown ? Page() : new PageResult { StatusCode = StatusCodes.Status404NotFound };
    }

    public async Task<PageResult> OnPostAsync(CancellationToken cancel)
    {
        if (links.Read(Token) is not { } owner)
            return new PageResult { StatusCode = StatusCodes.Status404NotFound };
        await stop.RunAsync(owner, cancel);
        (IsKnown, IsStopped) = (true, true);
        return Page();
    }
}
