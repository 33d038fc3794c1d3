using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Context;

/// <summary>Shows what the coach would be sent of an application, item by item.</summary>
public sealed class ReadContext(JobTrackerDb db, PackContext pack, IStringLocalizer<Texts> t)
{
    public sealed record Input
    {
        public Guid? ApplicationId { get; init; }

        /// <summary>What is switched off there is shown so.</summary>
        public Guid? ConversationId { get; init; }
    }

    /// <param name="Tokens">An estimate of all, the rules for the coach included.</param>
    /// <param name="Hash">The same as long as what is sent is the same.</param>
    public sealed record Answer(
        Guid ApplicationId,
        Guid? ConversationId,
        int Budget,
        int Tokens,
        string Hash,
        IReadOnlyList<ContextItem> Items
    );

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Input input, CancellationToken cancel)
    {
        if (input.ApplicationId is not { } application)
            return new Refused(nameof(Input.ApplicationId), t["Choose the application."]);
        IReadOnlyList<string> excluded = [];
        if (input.ConversationId is { } conversation)
        {
            var found = await db
                .Conversations.OwnedBy(owner)
                .AsNoTracking()
                .SingleOrDefaultAsync(row => row.Id == conversation && row.ApplicationId == application, cancel);
            if (found is null)
                return new NotFound();
            excluded = found.ExcludedItems;
        }
        return await pack.RunAsync(owner, application, excluded, turns: [], summary: null, cancel) is { } prompt
            ? new Answer(application, input.ConversationId, prompt.Budget, prompt.Tokens, prompt.Hash, prompt.Items)
            : new NotFound();
    }
}
