using System.Text.Json;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Mock;
using JobTracker.Features.Coach.Structured;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Checks;

/// <summary>What the coach's side writes has no form of its own with rules: here are those that the database would insist on.</summary>
public sealed class CheckConversations(EditConversation.Rules rules, MockFacts.Rules mocks, IStringLocalizer<Texts> t)
{
    private const int MostFeedback = 40_000;
    private const int MostSummary = 20_000;
    private const int MostClientId = 64;
    private const int MostWord = 100;
    private const int MostCode = 40;

    public void Check(RowErrors errors, KeptConversation row, string path)
    {
        errors.Check(
            rules,
            new EditConversation.Input { Title = row.Title.Length == 0 ? "-" : row.Title, ExcludedItems = row.ExcludedItems },
            path
        );
        if ((row.Summary is null) != (row.SummarizedUntil is null) || row.Summary?.Length > MostSummary)
            Bad(errors, path + "summary");
        if (row.SummarizedUntil is { } until && row.Messages.All(message => message?.Id != until))
            errors.Add(path + "summarized_until", t["The file has no such message."]);
        CheckMessages(errors, row.Messages, path + "messages");
        if ((row.Mode == ConversationMode.Mock) != row.Mock is not null)
            errors.Add(path + "mock", t["It is given exactly when the mode is mock."]);
        if (row.Mock is { } mock)
            CheckMock(errors, mock, path + "mock.");
    }

    private void CheckMessages(RowErrors errors, IReadOnlyList<KeptMessage> messages, string list)
    {
        var asked = new HashSet<Guid>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var variants = new HashSet<(Guid, int)>();
        for (var at = 0; at < messages.Count; at++)
        {
            var path = $"{list}[{at + 1}].";
            if (messages[at] is not { } row)
            {
                errors.Add($"{list}[{at + 1}]", t["Something is missing here."]);
                continue;
            }
            CheckWords(errors, row, path);
            var isReply = row.Role == MessageRole.Coach;
            if (
                isReply
                    ? row.ClientMessageId is not null
                    : row.ClientMessageId is not { Length: > 0 and <= MostClientId } || !names.Add(row.ClientMessageId)
            )
                Bad(errors, path + "client_message_id");
            if (isReply ? row.Variant is not >= 1 : row.Variant is not null)
                Bad(errors, path + "variant");
            if (
                isReply
                    ? row.AnswersId is not { } id || !asked.Contains(id) || !variants.Add((id, row.Variant ?? 0))
                    : row.AnswersId is not null
            )
                errors.Add(path + "answers_id", t["It is given exactly for a reply, and names a message before it."]);
            if (!isReply)
                asked.Add(row.Id);
        }
    }

    private void CheckWords(RowErrors errors, KeptMessage row, string path)
    {
        if (row.Status == MessageStatus.Streaming)
            Bad(errors, path + "status");
        if (row.Text.Length > CoachMessage.MostText)
            errors.Add(path + "text", t["Use at most {0} characters.", CoachMessage.MostText]);
        if (row.Model?.Length > MostWord)
            Bad(errors, path + "model");
        if (row.ErrorCode?.Length > MostCode)
            Bad(errors, path + "error_code");
        if (row.Reason?.Length > MostWord)
            Bad(errors, path + "reason");
        if (row.InputTokens < 0 || row.OutputTokens < 0)
            Bad(errors, path + "input_tokens");
    }

    private void CheckMock(RowErrors errors, KeptMock mock, string path)
    {
        var facts = new MockFacts
        {
            Type = mock.Type,
            Language = mock.Language,
            Difficulty = mock.Difficulty,
            Questions = mock.Questions,
        };
        errors.Check(mocks, facts, path, nameof(MockFacts.ApplicationId));
        var places = new HashSet<(int, bool)>();
        for (var at = 0; at < mock.Asked.Count; at++)
        {
            if (mock.Asked[at] is not { } row || !places.Add((row.Number, row.IsFollowUp)) || !IsWhole(row))
                Bad(errors, $"{path}asked[{at + 1}]");
        }
    }

    private static bool IsWhole(KeptMockQuestion row) =>
        row.Number is >= 1 and <= MockFacts.Rules.MostQuestions
        && row.Text.Length is >= 1 and <= MockQuestion.MostText
        && row.Answer is not { Length: 0 or > MockQuestion.MostAnswer }
        && row.Seconds is not (< 0 or > MockQuestion.MostSeconds)
        && row.Answer is null == row.AnsweredAt is null
        && (row.Answer is not null || (row.Feedback is null && row.Prose is null))
        && (row.Feedback is null || row.Prose is null)
        && row.Prose is not { Length: > MockQuestion.MostProse }
        && (row.Feedback is not { } feedback || IsFeedback(feedback));

    private static bool IsFeedback(JsonElement json)
    {
        try
        {
            // What a text in it must not hold, reading it as text shows.
            return json.ValueKind == JsonValueKind.Object
                && json.GetRawText().Length <= MostFeedback
                && json.Deserialize<Feedback>(JsonAnswer.Options)
                    is { Relevance: >= 1 and <= 5, Clarity: >= 1 and <= 5, Specificity: >= 1 and <= 5 }
                && AreKnown(json)
                && !json.GetRawText().Contains("\\u0000", StringComparison.OrdinalIgnoreCase);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What else stands beside would be lost without a word.</summary>
    private static bool AreKnown(JsonElement json) =>
        json.EnumerateObject().All(member => Feedback.Schema.GetProperty("properties").TryGetProperty(member.Name, out _));

    private void Bad(RowErrors errors, string field) => errors.Add(field, t["This value cannot be read."]);
}
