using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>One conversation. Scripts ask its handlers for parts of the page; without them each is a step to the next page.</summary>
public sealed class ChatModel(
    ReadConversation read,
    SendMessage send,
    StopReply stop,
    RegenerateReply regenerate,
    EditConversation edit,
    DeleteConversation delete,
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

    /// <summary>The version that is to be shown in place of the newest.</summary>
    [FromQuery(Name = "version")]
    public Guid? Version { get; set; }

    public string NewMessageId => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    public Task<IActionResult> OnGetAsync(Guid id, Guid? before, CancellationToken cancel) => ShowAsync(id, before, Page(), cancel);

    /// <summary>One version of a reply, for a script.</summary>
    public async Task<IActionResult> OnGetReplyAsync(Guid id, Guid reply, CancellationToken cancel) =>
        await ShowAsync(id, before: null, Page(), cancel) is not PageResult
        || Room.Exchanges.FirstOrDefault(said => said.Versions.Any(version => version.Id == reply)) is not { } exchange
            ? NotFound()
            : Partial("_Reply", new ReplyView(id, exchange.Versions.First(version => version.Id == reply), exchange.Versions));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(id, before: null, Page(), cancel) is not PageResult page)
            return NotFound();
        if (!Room.MayTalk)
            return Refuse(new Conflict("conflict", t["Nothing was sent: agree first to what goes to the provider."]), page);
        var outcome = await send.RunAsync(user.Id, id, Input, cancel);
        return outcome is Failed<SentMessage> { Failure: var failure } ? Refuse(failure, page) : await GoOnAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid id, Guid reply, CancellationToken cancel) =>
        (await stop.RunAsync(user.Id, id, reply, cancel)).ToPage(this, _ => Request.IsSwapping() ? StatusCode(204) : Back(id));

    public async Task<IActionResult> OnPostRegenerateAsync(Guid id, Guid reply, CancellationToken cancel)
    {
        if (await ShowAsync(id, before: null, Page(), cancel) is not PageResult page)
            return NotFound();
        var outcome = await regenerate.RunAsync(user.Id, id, reply, cancel);
        if (outcome is Failed<SentMessage> { Failure: var failure })
            return Refuse(failure, page);
        return Request.IsSwapping() ? await OnGetReplyAsync(id, ((Done<SentMessage>)outcome).Value.ReplyId, cancel) : Back(id);
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? title, CancellationToken cancel) =>
        await edit.RunAsync(user.Id, id, now => now with { Title = title }, ifVersion: null, cancel) switch
        {
            Failed<ConversationRow> { Failure: Kernel.NotFound } => NotFound(),
            Failed<ConversationRow> { Failure: var failure } => await ShowAsync(id, before: null, Page(), cancel) is PageResult page
                ? Refuse(failure, page)
                : NotFound(),
            _ => Back(id),
        };

    /// <param name="id">Which conversation.</param>
    /// <param name="listed">The keys that stood on the page.</param>
    /// <param name="seen">Those of them that the coach may see.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IActionResult> OnPostSeesAsync(Guid id, string[] listed, string[] seen, CancellationToken cancel)
    {
        var outcome = await edit.RunAsync(
            user.Id,
            id,
            now => now with { ExcludedItems = [.. now.ExcludedItems.Except(listed), .. listed.Except(seen)] },
            ifVersion: null,
            cancel
        );
        if (outcome is Failed<ConversationRow> || await ShowAsync(id, before: null, Page(), cancel) is not PageResult)
            return NotFound();
        return Request.IsSwapping() ? Partial("_Sees", this) : Back(id);
    }

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(id, before: null, Page(), cancel) is not PageResult)
            return NotFound();
        if (Room.Standing.Provider is { } provider)
            await agree.RunAsync(user.Id, provider, cancel);
        return Back(id);
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel)
    {
        if (await ShowAsync(id, before: null, Page(), cancel) is not PageResult)
            return NotFound();
        await delete.RunAsync(user.Id, id, ifVersion: null, cancel);
        this.Flash(t["The conversation was deleted."]);
        return LocalRedirect($"~/coach?application_id={Room.Application.Id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, Guid? before, PageResult page, CancellationToken cancel)
    {
        if (
            await read.RunAsync(user.Id, id, before, cancel) is not Done<ConversationDetails> { Value: var conversation }
            || conversation.Mode != ConversationMode.Chat
            || await furnish.RunAsync(user.Id, conversation.ApplicationId, conversation, conversation.ExcludedItems, cancel) is not { } room
        )
            return NotFound();
        Room = room;
        return page;
    }

    /// <summary>The page again with everything typed still in it, and why; a script gets the sentence alone.</summary>
    private ActionResult Refuse(Failure failure, PageResult page)
    {
        if (failure is Kernel.NotFound)
            return NotFound();
        if (failure is AccountGone)
            return LocalRedirect("~/account/sign-in");
        if (Request.IsSwapping())
            return this.Tell(failure, t);
        ModelState.AddModelError("Input.Text", TalkFailures.Sentence(failure, t));
        page.StatusCode = TalkFailures.Status(failure);
        return page;
    }

    private async Task<IActionResult> GoOnAsync(Guid id, CancellationToken cancel)
    {
        if (!Request.IsSwapping())
            return Back(id);
        await ShowAsync(id, before: null, Page(), cancel);
        return Partial("_Exchange", this);
    }

    private LocalRedirectResult Back(Guid id) => LocalRedirect($"~/coach/{id}#end");
}

/// <summary>A page with a chat in it, begun or not.</summary>
public interface IChatPage
{
    ChatRoom Room { get; }
    SendMessage.Input Input { get; }
    DateOnly Today { get; }
    TimeZoneInfo Zone { get; }
    Guid? Version { get; }

    /// <summary>For the next message: sent twice it is one.</summary>
    string NewMessageId { get; }
}
