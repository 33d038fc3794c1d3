using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>The coach of one application: its latest conversation, or a new one, which begins with the first message.</summary>
public sealed class StartModel(
    StartConversation start,
    DeleteConversation delete,
    SendMessage send,
    GiveConsent agree,
    FurnishRoom furnish,
    CurrentUser user,
    IStringLocalizer<Texts> t,
    TimeProvider clock
) : PageModel, IChatPage
{
    [BindProperty]
    public SendMessage.Input Input { get; set; } = new();

    public ChatRoom Room { get; private set; } = null!;
    public DateOnly Today => user.Today;
    public TimeZoneInfo Zone => user.Zone;
    public Guid? Version => null;
    public string NewMessageId => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    /// <param name="id">Which application.</param>
    /// <param name="new">True for another conversation beside those there are.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool @new, CancellationToken cancel)
    {
        if (!await FurnishAsync(id, [], cancel))
            return NotFound();
        return @new || Room.Others.Count == 0 ? Page() : LocalRedirect($"~/coach/{Room.Others[0].Id}#end");
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string[] listed, string[] seen, CancellationToken cancel)
    {
        string[] excluded = [.. listed.Except(seen)];
        if (!await FurnishAsync(id, excluded, cancel))
            return NotFound();
        if (!Room.MayTalk)
            return Refuse(new Conflict("conflict", t["Nothing was sent: agree first to what goes to the provider."]));
        var input = new StartConversation.Input { ApplicationId = id, ExcludedItems = excluded };
        var begun = await start.RunAsync(user.Id, input, cancel);
        if (begun is not Done<ConversationRow> { Value: var row })
            return Refuse(((Failed<ConversationRow>)begun).Failure);
        var sent = await send.RunAsync(user.Id, row.Id, Input, cancel);
        if (sent is Failed<SentMessage> { Failure: var failure })
        {
            // Nothing was said in it: what was typed stays on the page instead.
            await delete.RunAsync(user.Id, row.Id, ifVersion: null, cancel);
            return Refuse(failure);
        }
        if (!Request.IsSwapping())
            return LocalRedirect($"~/coach/{row.Id}#end");
        Response.Headers["HX-Redirect"] = Url.Content($"~/coach/{row.Id}#end");
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancel)
    {
        if (!await FurnishAsync(id, [], cancel))
            return NotFound();
        if (Room.Standing.Provider is { } provider)
            await agree.RunAsync(user.Id, provider, cancel);
        return LocalRedirect($"~/applications/{id}/coach?new=true");
    }

    private async Task<bool> FurnishAsync(Guid id, string[] excluded, CancellationToken cancel)
    {
        if (await furnish.RunAsync(user.Id, id, conversation: null, excluded, cancel) is not { } room)
            return false;
        Room = room;
        return true;
    }

    private ActionResult Refuse(Failure failure)
    {
        if (failure is Kernel.NotFound)
            return NotFound();
        if (failure is AccountGone)
            return LocalRedirect("~/account/sign-in");
        if (Request.IsSwapping())
            return this.Tell(failure, t);
        ModelState.AddModelError("Input.Text", TalkFailures.Sentence(failure, t));
        return new PageResult { StatusCode = TalkFailures.Status(failure) };
    }
}
