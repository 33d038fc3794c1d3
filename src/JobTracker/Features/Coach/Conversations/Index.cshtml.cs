using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Limits;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>All conversations, and where a new one begins.</summary>
public sealed class IndexModel(ListConversations list, ChooseApplication choose, ReadStanding standing, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ConversationQuery Query { get; set; } = new();

    public Page<ConversationLine> Rows { get; private set; } = new([]);
    public IReadOnlyList<ApplicationChoice> Applications { get; private set; } = [];
    public CoachStanding Standing { get; private set; } = null!;
    public DateOnly Today => user.Today;
    public TimeZoneInfo Zone => user.Zone;

    /// <summary>The one that the list is about.</summary>
    public ApplicationChoice? About => Applications.FirstOrDefault(choice => choice.Id == Query.ApplicationId);

    /// <param name="application">The one to begin with.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IActionResult> OnGetAsync(Guid? application, CancellationToken cancel)
    {
        if (application is { } chosen)
            return LocalRedirect($"~/applications/{chosen}/coach?new=true");
        var input = Query.ToInput() with { Mode = ConversationMode.Chat, Count = true };
        // An address with a filter that means nothing shows the whole list; nothing was typed that could be lost.
        if (!ModelState.IsValid || await list.BrowseAsync(user.Id, input, cancel) is not Done<Page<ConversationLine>> { Value: var rows })
            return LocalRedirect("~/coach");
        if (await standing.RunAsync(user.Id, cancel) is not { } stands)
            return LocalRedirect("~/account/sign-in");
        (Rows, Standing) = (rows, stands);
        Applications = await choose.RunAsync(user.Id, cancel);
        return Page();
    }
}
