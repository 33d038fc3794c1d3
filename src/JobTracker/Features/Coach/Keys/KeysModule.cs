using JobTracker.Features.Accounts;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;

namespace JobTracker.Features.Coach.Keys;

/// <summary>People's own keys, for programs: a part of <c>/api/auth</c>.</summary>
public static class KeysModule
{
    public static void MapKeys(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/auth/update-api-keys", Update)
            .WithMetadata(new FreshSignInAttribute())
            .In(AccountsContract.Chapter)
            .Is(KeysContract.Update);

    private static async Task<IResult> Update(UpdateKeys update, CurrentUser user, UpdateKeys.Input input, CancellationToken cancel) =>
        (await update.RunAsync(user.Id, input, cancel)).ToHttp(TypedResults.Ok);
}
