using System.Text.Json.Nodes;
using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>What the OpenAPI document says of <c>/api/coach/conversations</c> and <c>/api/applications/{id}/chat</c>.</summary>
internal static class ConversationsContract
{
    private static readonly DateTimeOffset Began = new(2026, 4, 18, 17, 5, 12, TimeSpan.Zero);
    private static readonly Guid Conversation = new("019e6c3d-7f80-7192-a3b4-c5d6e7f8091a");
    private static readonly Guid Question = new("019e6c3d-9a1b-7c2d-8e3f-4a5b6c7d8e9f");
    private static readonly SentMessage Sent = new(Question, new Guid("019e6c3d-9a1c-7d3e-9f4a-5b6c7d8e9fa0"));

    private static readonly MessageRow Asked = new()
    {
        Id = Question,
        Role = MessageRole.User,
        Status = MessageStatus.Done,
        Text = "Which three topics are they most likely to start with?",
        CreatedAt = Began,
        FinishedAt = Began,
    };

    private static readonly MessageRow Replied = new()
    {
        Id = Sent.ReplyId,
        Role = MessageRole.Coach,
        Status = MessageStatus.Done,
        Text = "From the posting: Postgres under load, geometry on the server, and how you measure.",
        AnswersId = Question,
        Variant = 1,
        Provider = AiProvider.Gemini,
        Model = "gemini-3.8-flash",
        Usage = new TokenUsage(5_840, 212),
        CreatedAt = Began,
        FinishedAt = Began.AddSeconds(4),
    };

    private static readonly ConversationRow Listed = new()
    {
        Id = Conversation,
        ApplicationId = new Guid("019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b"),
        Mode = ConversationMode.Chat,
        Title = "Technical, Monday",
        ExcludedItems = [],
        CreatedAt = Began,
        UpdatedAt = Began,
        Version = 2,
    };

    private static readonly ConversationDetails Row = new()
    {
        Id = Listed.Id,
        ApplicationId = Listed.ApplicationId,
        Mode = Listed.Mode,
        Title = Listed.Title,
        ExcludedItems = Listed.ExcludedItems,
        CreatedAt = Listed.CreatedAt,
        UpdatedAt = Listed.UpdatedAt,
        Version = Listed.Version,
        Messages = [Asked, Replied],
        HasEarlier = false,
    };

    private static readonly Dictionary<string, string> OfReplies = new(StringComparer.Ordinal) { ["reply_id"] = "Which reply." };

    public static readonly Chapter Chapter = new(
        "conversations",
        "Talking with the interview coach about one application. A request here is consent to send what the context lists to the provider whose model answers."
    )
    {
        Fields =
        [
            FieldNote.On<ConversationRow>(row => row.Title, "Empty until its first message names it."),
            FieldNote.On<ConversationRow>(row => row.ExcludedItems, "Keys of the context's items that the coach does not get to see."),
            FieldNote.On<ConversationRow>(row => row.Version, "Raised by every change; the `ETag` says it too."),
            FieldNote.On<ConversationDetails>(
                row => row.Messages,
                "Oldest first. The replies to a message follow it, in the order in which they were asked for."
            ),
            FieldNote.On<ConversationDetails>(
                row => row.HasEarlier,
                "True when there is more: ask again with `before`, the id of the first message."
            ),
            FieldNote.On<StartConversation.Input>(input => input.ApplicationId) with
            {
                IsRequired = true,
            },
            FieldNote.On<SendMessage.Input>(
                input => input.ClientMessageId,
                "The sender's own name for the message, 1 to 64 visible characters: sent again it is the same message, and the model is asked once."
            ) with
            {
                IsRequired = true,
                Fewest = 1,
                Most = 64,
            },
            FieldNote.On<MessageRow>(row => row.Text, "Markdown. Of a reply that is being written: what there is of it so far."),
            FieldNote.On<MessageRow>(row => row.AnswersId, "Of a reply: the message that it answers."),
            FieldNote.On<MessageRow>(row => row.Variant, "Of a reply: which try it is, from 1."),
            FieldNote.On<MessageRow>(row => row.Cut, "True when the model stopped because the answer became too long."),
            FieldNote.On<MessageRow>(row => row.Error, "Why a reply has no end; what came before is in `text`."),
            FieldNote.On<MessageRow>(row => row.LastChunk, "While it is written: the stream goes on after this `Last-Event-ID`."),
            FieldNote.On<MessageError>(error => error.Code, "A code of problems, most of them beginning with `ai_`."),
            FieldNote.On<MessageError>(error => error.Reason, "The provider's own word for why it would not answer."),
            FieldNote.On<AskOnce.Said>(said => said.Role) with
            {
                Values = AskOnce.Rules.Roles,
                IsRequired = true,
            },
            FieldNote.On<AskOnce.Said>(said => said.Content) with
            {
                IsRequired = true,
            },
            FieldNote.On<AskOnce.Input>(input => input.History, "What was said before, oldest first.") with
            {
                Most = AskOnce.Rules.MostTurns,
            },
            FieldNote.On<AskOnce.Answer>(answer => answer.Reply, "Markdown."),
        ],
    };

    public static readonly Operation List = new("listConversations", "List conversations")
    {
        Description = "Where something was said last comes first.",
        Query = typeof(ListConversations.Input),
        Answers = Answer.Ok(new Page<ConversationRow>([Listed], "eyJTb3J0Ijoi", 4)),
    };

    public static readonly Operation Start = new("startConversation", "Begin a conversation")
    {
        Description = "Nothing is sent to a provider by that. An application that is not there answers 404.",
        Takes = Body.Of(new StartConversation.Input { ApplicationId = Listed.ApplicationId, Title = Listed.Title }),
        Answers = Answer.Created(Listed),
        Problems = [Codes.NotFound],
    };

    public static readonly Operation Read = new("readConversation", "Read a conversation with its messages")
    {
        Description = "The last fifty messages of the person's own, with all replies to them.",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["before"] = "Only what stands before this message." },
        Answers = Answer.Tagged(Row),
    };

    public static readonly Operation Patch = new("changeConversation", "Rename a conversation, or switch items of its context")
    {
        Takes = Body.Some<EditConversation.Input>(new JsonObject { ["excluded_items"] = new JsonArray("posting") }),
        Answers = Answer.Tagged(Listed),
        Current = Listed,
    };

    public static readonly Operation Delete = new("deleteConversation", "Delete a conversation")
    {
        Description = "A reply that is being written ends.",
        Current = Listed,
    };

    public static readonly Operation Send = new("sendMessage", "Say something to the coach")
    {
        Description =
            "The reply is written in the background and kept, whether anybody follows it or not. A person has one running reply at a time: another message is then a 409, and costs nothing.",
        Takes = Body.Of(new SendMessage.Input { Text = Asked.Text, ClientMessageId = "01J9Z6E0P3" }),
        Answers = new Answer(StatusCodes.Status202Accepted, typeof(SentMessage), Sent),
        Problems = [Codes.Conflict, Codes.QuotaExceeded],
    };

    public static readonly Operation ReadReply = new("readReply", "Read a reply") { Parameters = OfReplies, Answers = Answer.Ok(Replied) };

    public static readonly Operation Stream = new("followReply", "Follow a reply")
    {
        Description =
            "Server-sent events: `delta` {text}, then `done` {message}, or `error` {code, message, retry_after}. The id of an event is the number of its piece; with `Last-Event-ID` the stream goes on after it, on any server, with nothing missing and nothing doubled. Comments keep a quiet line open.",
        Parameters = OfReplies,
        Answers = Answer.Bytes([EventStream.MediaType]),
        Problems = [Codes.Invalid],
    };

    public static readonly Operation Stop = new("stopReply", "Stop a reply")
    {
        Description = "What there is of it stays. A reply that is over stays as it is.",
        Parameters = OfReplies,
        Answers = Answer.Ok(Replied with { Status = MessageStatus.Stopped }),
    };

    public static readonly Operation Regenerate = new("regenerateReply", "Ask for another version of a reply")
    {
        Description = "It stands beside the old one, with the next `variant`.",
        Parameters = OfReplies,
        Answers = Send.Answers,
        Problems = Send.Problems,
    };

    public static readonly Operation Chat = new("chat", "Ask the coach one thing")
    {
        Description = "One answer in one piece. The caller keeps the history: nothing is stored but what it takes of the day's allowance.",
        Takes = Body.Of(
            new AskOnce.Input
            {
                Message = "How do I explain why not a quadtree?",
                History =
                [
                    new AskOnce.Said { Role = "user", Content = Asked.Text },
                    new AskOnce.Said { Role = "coach", Content = Replied.Text },
                ],
            }
        ),
        Answers = Answer.Ok(new AskOnce.Answer("Start from the data, then the trade-off.", new TokenUsage(6_120, 340))),
        Problems = Send.Problems,
    };
}
