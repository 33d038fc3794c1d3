using JobTracker.Features.Coach.Context;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Practice;

/// <summary>What the coach would be told about an application, as one text: to read, and to take to an assistant of one's own choice.</summary>
public sealed class ComposePrompt(PackContext pack, IStringLocalizer<Texts> t)
{
    /// <summary>Null when there is no such application.</summary>
    public async Task<string?> RunAsync(UserId owner, Guid application, CancellationToken cancel)
    {
        var wish = new Turn(
            ChatRole.User,
            t[
                "Play the interviewer for this job. Ask me one question, wait for my answer, tell me what was good and what to change, then ask the next."
            ]
        );
        var packed = await pack.RunAsync(owner, application, excluded: [], [wish], summary: null, cancel);
        return packed is null ? null : string.Join("\n\n", packed.Messages.Select(message => message.Text));
    }
}
