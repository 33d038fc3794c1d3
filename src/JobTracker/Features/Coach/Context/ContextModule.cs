using System.ComponentModel;
using System.Security.Cryptography;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Coach.Context;

/// <summary>What the coach sees, for programs: <c>/api/coach/context</c>.</summary>
public static class ContextModule
{
    public static IServiceCollection AddCoachContext(this IServiceCollection services) =>
        services
            .AddSingleton(RandomNumberGenerator.Create())
            .AddScoped<ReadMaterial>()
            .AddScoped<DescribeItems>()
            .AddScoped<PackContext>()
            .AddScoped<ReadContext>();

    public static void MapCoachContext(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/coach").In(ContextContract.Chapter).MapGetWithQuery("context", Read).Is(ContextContract.Read);

    private static async Task<IResult> Read(
        ReadContext read,
        CurrentUser user,
        [AsParameters] ContextQuery query,
        CancellationToken cancel
    ) => (await read.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);
}

/// <summary>Which context, as it stands in an address.</summary>
public sealed record ContextQuery
{
    [FromQuery(Name = "application_id"), Description("Which application; required.")]
    public Guid? ApplicationId { get; init; }

    [FromQuery(Name = "conversation_id"), Description("A conversation about it: what is switched off there is shown so.")]
    public Guid? ConversationId { get; init; }

    internal ReadContext.Input ToInput() => new() { ApplicationId = ApplicationId, ConversationId = ConversationId };
}
