using System.Text.Json;
using JobTracker.Data;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>What was said with the coach about some applications, mock interviews included: four statements, whatever their number.</summary>
public sealed class ReadConversations(JobTrackerDb db)
{
    /// <param name="At">The moment of the export: a reply that is being written breaks off there.</param>
    public async Task<ILookup<Guid, KeptConversation>> RunAsync(
        UserId owner,
        Guid[] applications,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        var conversations = await db
            .Conversations.OwnedBy(owner)
            .Where(row => applications.Contains(row.ApplicationId))
            .OrderBy(row => row.CreatedAt)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.ApplicationId,
                Kept = new KeptConversation
                {
                    Id = row.Id,
                    Mode = row.Mode,
                    Title = row.Title,
                    ExcludedItems = row.ExcludedItems,
                    Summary = row.Summary,
                    SummarizedUntil = row.SummarizedUntil,
                    CreatedAt = row.CreatedAt,
                    UpdatedAt = row.UpdatedAt,
                },
            })
            .ToListAsync(cancel);
        if (conversations.Count == 0)
            return conversations.ToLookup(row => row.ApplicationId, row => row.Kept);
        Guid[] ids = [.. conversations.Select(row => row.Kept.Id)];
        var messages = await MessagesAsync(owner, ids, at, cancel);
        var mocks = await MocksAsync(owner, ids, cancel);
        return conversations.ToLookup(
            row => row.ApplicationId,
            row => row.Kept with { Messages = [.. messages[row.Kept.Id]], Mock = mocks.GetValueOrDefault(row.Kept.Id) }
        );
    }

    private async Task<ILookup<Guid, KeptMessage>> MessagesAsync(
        UserId owner,
        Guid[] conversations,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        var messages = await db
            .CoachMessages.OwnedBy(owner)
            .Where(row => conversations.Contains(row.ConversationId))
            .OrderBy(row => row.CreatedAt)
            // A question and its reply may have the same time.
            .ThenBy(row => row.AnswersId != null)
            .ThenBy(row => row.Variant)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.ConversationId,
                Kept = new KeptMessage
                {
                    Id = row.Id,
                    Role = row.Role,
                    Status = row.Status,
                    Text = row.Text,
                    ClientMessageId = row.ClientMessageId,
                    AnswersId = row.AnswersId,
                    Variant = row.Variant,
                    Provider = row.Provider,
                    Model = row.Model,
                    InputTokens = row.InputTokens,
                    OutputTokens = row.OutputTokens,
                    Cut = row.Cut,
                    ErrorCode = row.ErrorCode,
                    Reason = row.Reason,
                    CreatedAt = row.CreatedAt,
                    FinishedAt = row.FinishedAt,
                },
            })
            .ToListAsync(cancel);
        // At most one of a person's replies is being written at a time.
        var running = messages.FirstOrDefault(row => row.Kept.Status == MessageStatus.Streaming)?.Kept.Id;
        var written = running is { } reply ? (await db.WrittenAsync(owner, reply, cancel)).Text : "";
        return messages.ToLookup(
            row => row.ConversationId,
            row =>
                row.Kept.Id == running
                    ? row.Kept with
                    {
                        Status = MessageStatus.Interrupted,
                        ErrorCode = AiCodes.Interrupted,
                        Text = written,
                        FinishedAt = at,
                    }
                    : row.Kept
        );
    }

    private async Task<Dictionary<Guid, KeptMock>> MocksAsync(UserId owner, Guid[] conversations, CancellationToken cancel)
    {
        var asked = (
            await db
                .MockQuestions.OwnedBy(owner)
                .AsNoTracking()
                .Where(row => conversations.Contains(row.MockId))
                .OrderBy(row => row.Number)
                .ThenBy(row => row.IsFollowUp)
                .ToListAsync(cancel)
        ).ToLookup(
            row => row.MockId,
            row => new KeptMockQuestion
            {
                Id = row.Id,
                Number = row.Number,
                IsFollowUp = row.IsFollowUp,
                Text = row.Text,
                Answer = row.Answer,
                Seconds = row.Seconds,
                AnsweredAt = row.AnsweredAt,
                Feedback = row.FeedbackJson is { } feedback ? JsonElement.Parse(feedback) : null,
                Prose = row.Prose,
            }
        );
        var mocks = await db.MockInterviews.OwnedBy(owner).AsNoTracking().Where(row => conversations.Contains(row.Id)).ToListAsync(cancel);
        return mocks.ToDictionary(
            row => row.Id,
            row => new KeptMock
            {
                Type = row.Type,
                Language = row.Language,
                Difficulty = row.Difficulty,
                Questions = row.Questions,
                StartedAt = row.StartedAt,
                FinishedAt = row.FinishedAt,
                Asked = [.. asked[row.Id]],
            }
        );
    }
}
