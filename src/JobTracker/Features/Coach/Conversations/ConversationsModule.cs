using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>Talking with the coach, for programs: <c>/api/coach/conversations</c>, and one answer at <c>/api/applications/{id}/chat</c>.</summary>
public static class ConversationsModule
{
    public static IServiceCollection AddConversations(this IServiceCollection services) =>
        services
            .AddScoped<StartConversation>()
            .AddScoped<ListConversations>()
            .AddScoped<ReadConversation>()
            .AddScoped<EditConversation>()
            .AddScoped<DeleteConversation>()
            .AddScoped<SendMessage>()
            .AddScoped<RegenerateReply>()
            .AddScoped<StopReply>()
            .AddScoped<ReadReply>()
            .AddScoped<FollowReply>()
            .AddScoped<ReplyStream>()
            .AddScoped<AskOnce>()
            .AddScoped<BeginReply>()
            .AddScoped<CloseLeftBehind>()
            .AddScoped<ReplyStore>()
            .AddScoped<ThinkOfReply>()
            .AddScoped<ReadTurns>()
            .AddScoped<SummarizeTurns>()
            .AddScoped<FurnishRoom>()
            .AddSingleton<RunningReplies>()
            .AddSingleton<ReplyRunner>()
            .AddHostedService(services => services.GetRequiredService<ReplyRunner>());

    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var conversations = routes.MapGroup("/api/coach/conversations").In(ConversationsContract.Chapter);
        conversations.MapGetWithQuery("", List).Is(ConversationsContract.List);
        conversations.MapPost("", Start).WithMetadata(new IdempotentAttribute()).Is(ConversationsContract.Start);
        conversations.MapGetWithQuery("{id:guid}", Read).Is(ConversationsContract.Read);
        conversations.MapPatch("{id:guid}", Patch).Is(ConversationsContract.Patch);
        conversations.MapDelete("{id:guid}", Delete).Is(ConversationsContract.Delete);
        conversations.MapPost("{id:guid}/messages", Send).Is(ConversationsContract.Send);
        var reply = conversations.MapGroup("{id:guid}/replies/{reply_id:guid}");
        reply.MapGet("", ReadReply).Is(ConversationsContract.ReadReply);
        reply.MapGet("stream", Stream).Is(ConversationsContract.Stream).DisableRequestTimeout();
        reply.MapPost("stop", Stop).Is(ConversationsContract.Stop);
        reply.MapPost("regenerate", Regenerate).Is(ConversationsContract.Regenerate);
        var applications = routes.MapGroup("/api/applications/{id:guid}").In(ConversationsContract.Chapter);
        applications.MapPost("chat", Chat).Is(ConversationsContract.Chat).DisableRequestTimeout();
    }

    private static async Task<IResult> List(
        ListConversations list,
        CurrentUser user,
        [AsParameters] ConversationQuery query,
        CancellationToken cancel
    ) => (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Start(
        StartConversation start,
        CurrentUser user,
        StartConversation.Input input,
        CancellationToken cancel
    ) => (await start.RunAsync(user.Id, input, cancel)).ToHttp(row => TypedResults.Created($"/api/coach/conversations/{row.Id}", row));

    private static async Task<IResult> Read(ReadConversation read, CurrentUser user, Guid id, Guid? before, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, before, cancel)).ToHttp(row => new TaggedResult<ConversationDetails>(row, row.Version));

    private static async Task<IResult> Patch(
        EditConversation edit,
        JsonPatching patching,
        CurrentUser user,
        Guid id,
        JsonObject changes,
        IfMatch ifMatch,
        CancellationToken cancel
    ) =>
        (await edit.RunAsync(user.Id, id, facts => patching.Apply(facts, changes), ifMatch.Version, cancel)).ToHttp(
            row => new TaggedResult<ConversationRow>(row, row.Version)
        );

    private static async Task<IResult> Delete(
        DeleteConversation delete,
        CurrentUser user,
        Guid id,
        IfMatch ifMatch,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, id, ifMatch.Version, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Send(
        SendMessage send,
        CurrentUser user,
        Guid id,
        SendMessage.Input input,
        CancellationToken cancel
    ) => (await send.RunAsync(user.Id, id, input, cancel)).ToHttp(Accepted);

    private static async Task<IResult> ReadReply(ReadReply read, CurrentUser user, Guid id, Guid reply_id, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, id, reply_id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Stream(
        ReadReply read,
        ReplyStream stream,
        CurrentUser user,
        HttpContext http,
        Guid id,
        Guid reply_id,
        CancellationToken cancel
    )
    {
        if (EventStream.LastSeenBy(http.Request) is not { } after)
            throw new BadHttpRequestException("Failed to bind parameter \"int last_event_id\" from the header.");
        var found = await read.RunAsync(user.Id, id, reply_id, cancel);
        if (found is Failed<MessageRow> { Failure: var failure })
            return failure.ToProblem();
        await stream.WriteAsync(http, user.Id, reply_id, after);
        return TypedResults.Empty;
    }

    private static async Task<IResult> Stop(StopReply stop, CurrentUser user, Guid id, Guid reply_id, CancellationToken cancel) =>
        (await stop.RunAsync(user.Id, id, reply_id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Regenerate(
        RegenerateReply regenerate,
        CurrentUser user,
        Guid id,
        Guid reply_id,
        CancellationToken cancel
    ) => (await regenerate.RunAsync(user.Id, id, reply_id, cancel)).ToHttp(Accepted);

    private static async Task<IResult> Chat(AskOnce ask, CurrentUser user, Guid id, AskOnce.Input input, CancellationToken cancel) =>
        (await ask.RunAsync(user.Id, id, input, cancel)).ToHttp(TypedResults.Ok);

    private static IResult Accepted(SentMessage sent) => TypedResults.Accepted((string?)null, sent);
}
