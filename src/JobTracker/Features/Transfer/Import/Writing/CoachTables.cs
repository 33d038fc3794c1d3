using System.Text.Json;
using JobTracker.Features.Coach.Mock;
using JobTracker.Features.Coach.Structured;
using JobTracker.Features.Transfer.Document;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>A mock interview with its conversation's id and its application's.</summary>
internal readonly record struct OwnedMock(Guid Owner, Guid Conversation, Guid Application, KeptMock Row);

/// <summary>The bytes of a document.</summary>
internal readonly record struct OwnedBytes(Guid Owner, Guid Id, byte[] Bytes);

/// <summary>Where the coach's side of an application goes.</summary>
internal static class CoachTables
{
    private const int First = 1;

    public static readonly Columns<Owned<KeptQuestion>> Questions = new Columns<Owned<KeptQuestion>>("coach_questions")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Word("kind", own => own.Row.Kind)
        .Text("text", own => own.Row.Text)
        .Text("why", own => own.Row.Why)
        .Word("source", own => own.Row.Source)
        .Text("made_from", own => own.Row.MadeFrom)
        .Flag("is_edited", own => own.Row.IsEdited)
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("updated_at", own => own.Row.UpdatedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptConversation>> Conversations = new Columns<Owned<KeptConversation>>("coach_conversations")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("application_id", own => own.Under)
        .Word("mode", own => own.Row.Mode)
        .Text("title", own => own.Row.Title)
        .Texts("excluded_items", own => own.Row.ExcludedItems)
        .Text("summary", own => own.Row.Summary)
        .Id("summarized_until", own => own.Row.SummarizedUntil)
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("updated_at", own => own.Row.UpdatedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptMessage>> Messages = new Columns<Owned<KeptMessage>>("coach_messages")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("conversation_id", own => own.Under)
        .Word("role", own => own.Row.Role)
        .Word("status", own => own.Row.Status)
        .Text("text", own => own.Row.Text)
        .Text("client_message_id", own => own.Row.ClientMessageId)
        .Id("answers_id", own => own.Row.AnswersId)
        .Number("variant", own => own.Row.Variant)
        .Word("provider", own => own.Row.Provider)
        .Text("model", own => own.Row.Model)
        .Number("input_tokens", own => own.Row.InputTokens)
        .Number("output_tokens", own => own.Row.OutputTokens)
        .Flag("cut", own => own.Row.Cut)
        .Text("error_code", own => own.Row.ErrorCode)
        .Text("reason", own => own.Row.Reason)
        .Flag("stop_requested", _ => false)
        .Instant("created_at", own => own.Row.CreatedAt)
        .Instant("finished_at", own => own.Row.FinishedAt);

    public static readonly Columns<OwnedMock> Mocks = new Columns<OwnedMock>("mock_interviews")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Conversation)
        .Id("application_id", own => own.Application)
        .Word("type", own => own.Row.Type)
        .Text("language", own => own.Row.Language)
        .Word("difficulty", own => own.Row.Difficulty)
        .Number("questions", own => own.Row.Questions)
        .Instant("started_at", own => own.Row.StartedAt)
        .Instant("finished_at", own => own.Row.FinishedAt)
        .Number("version", _ => First);

    public static readonly Columns<Owned<KeptMockQuestion>> Asked = new Columns<Owned<KeptMockQuestion>>("mock_questions")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Row.Id)
        .Id("mock_id", own => own.Under)
        .Number("number", own => own.Row.Number)
        .Flag("is_follow_up", own => own.Row.IsFollowUp)
        .Text("text", own => own.Row.Text)
        .Text("answer", own => own.Row.Answer)
        .Number("seconds", own => own.Row.Seconds)
        .Instant("answered_at", own => own.Row.AnsweredAt)
        .Json("feedback", own => own.Row.Feedback is { } said ? Known(said) : null)
        .Text("prose", own => own.Row.Prose);

    /// <summary>What a feedback says, and nothing else that stood beside it.</summary>
    private static string Known(JsonElement said) =>
        JsonSerializer.Serialize(said.Deserialize<Feedback>(JsonAnswer.Options), JsonAnswer.Options);

    public static readonly Columns<OwnedBytes> Contents = new Columns<OwnedBytes>("file_contents")
        .Id("user_id", own => own.Owner)
        .Id("id", own => own.Id)
        .Bytes("bytes", own => own.Bytes);
}
