using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>A reply as events, for the site's own script.</summary>
[DisableRequestTimeout]
public sealed class StreamModel(ReadReply read, ReplyStream stream, CurrentUser user) : PageModel
{
    /// <param name="id">The conversation.</param>
    /// <param name="reply">Which reply.</param>
    /// <param name="after">The last piece that stood on the page; when the line was cut, the browser itself says which it saw last.</param>
    /// <param name="cancel">The reader is gone.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid reply, int after, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, reply, cancel) is not Done<MessageRow>)
            return NotFound();
        await stream.WriteAsync(
            HttpContext,
            user.Id,
            reply,
            EventStream.LastSeenBy(Request) is > 0 and var seen ? seen : Math.Max(0, after)
        );
        return new EmptyResult();
    }
}
