using System.ComponentModel;
using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Admin;

/// <summary>Running the site, for programs: <c>/api/admin</c>. Every route needs an administrator, as the database knows it at that moment.</summary>
public static class AdminModule
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) =>
        services
            .AddScoped<ActLog>()
            .AddScoped<LastAdmin>()
            .AddScoped<ListUsers>()
            .AddScoped<ReadUsage>()
            .AddScoped<ChangeLimits>()
            .AddScoped<SetActive>()
            .AddScoped<GrantRights>()
            .AddScoped<SignOutUser>()
            .AddScoped<OfferPlaces>();

    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        var admin = routes
            .MapGroup("/api/admin")
            .In(AdminContract.Chapter)
            .RequireAuthorization(SignInSchemes.Administrators)
            .WithMetadata(new FreshSignInAttribute());
        admin.MapGet("usage", Usage).Is(AdminContract.Usage);
        admin.MapGet("acts", Acts).Is(AdminContract.Acts);
        admin.MapGetWithQuery("users", List).Is(AdminContract.List);
        admin.MapGet("users/{id:guid}", Read).Is(AdminContract.Read);
        admin.MapPut("users/{id:guid}/limits", Limit).Is(AdminContract.Limit);
        admin.MapPost("users/{id:guid}/deactivate", Deactivate).Is(AdminContract.Deactivate);
        admin.MapPost("users/{id:guid}/reactivate", Reactivate).Is(AdminContract.Reactivate);
        admin.MapPost("users/{id:guid}/sign-out", SignOut).Is(AdminContract.SignOut);
        admin.MapPut("users/{id:guid}/admin", Grant).Is(AdminContract.Grant);
        admin.MapDelete("users/{id:guid}/admin", Revoke).Is(AdminContract.Revoke);
        admin.MapGet("invitations", Invitations).Is(AdminContract.Invitations);
        admin.MapPost("invitations", Offer).Is(AdminContract.Offer);
        admin.MapDelete("invitations/{id:guid}", Withdraw).Is(AdminContract.Withdraw);
    }

    /// <summary>The list's filters as they stand in an address.</summary>
    public sealed record UsersQuery : PageQuery
    {
        [FromQuery(Name = "q"), Description("A part of the address.")]
        public string? Q { get; init; }

        internal ListUsers.Input ToInput() =>
            new()
            {
                Q = Q,
                Limit = Limit ?? Paging.DefaultLimit,
                Cursor = Cursor,
                Count = Count ?? false,
            };
    }

    private static async Task<IResult> Usage(ReadUsage read, CurrentUser user, CancellationToken cancel) =>
        TypedResults.Ok(await read.RunAsync(user.Id, cancel));

    private static async Task<IResult> Acts(ActLog log, CancellationToken cancel) =>
        TypedResults.Ok(new Page<ActLog.Line>(await log.ReadAsync(about: null, cancel)));

    private static async Task<IResult> List(ListUsers list, CurrentUser user, [AsParameters] UsersQuery query, CancellationToken cancel) =>
        (await list.RunAsync(user.Id, query.ToInput(), cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Read(ListUsers list, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await list.OneAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Limit(
        ChangeLimits change,
        CurrentUser user,
        Guid id,
        ChangeLimits.Input input,
        CancellationToken cancel
    ) => (await change.RunAsync(user.Id, id, input, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Deactivate(SetActive set, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await set.DeactivateAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Reactivate(SetActive set, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await set.ReactivateAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> SignOut(SignOutUser signOut, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await signOut.RunAsync(user.Id, id, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Grant(GrantRights rights, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await rights.GrantAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Revoke(GrantRights rights, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await rights.RevokeAsync(user.Id, id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Invitations(OfferPlaces offer, CurrentUser user, CancellationToken cancel) =>
        TypedResults.Ok(await offer.ListAsync(user.Id, cancel));

    private static async Task<IResult> Offer(OfferPlaces offer, CurrentUser user, Invite.Input input, CancellationToken cancel) =>
        (await offer.AddAsync(user.Id, input, cancel)).ToHttp(made => TypedResults.Created("/api/admin/invitations", made));

    private static async Task<IResult> Withdraw(OfferPlaces offer, CurrentUser user, Guid id, CancellationToken cancel) =>
        (await offer.RevokeAsync(user.Id, id, cancel)).ToHttp(_ => TypedResults.NoContent());
}
