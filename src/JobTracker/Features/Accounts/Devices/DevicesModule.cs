using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Accounts.Devices;

/// <summary>What is signed in, for programs: a part of <c>/api/auth</c>.</summary>
public static class DevicesModule
{
    public static void MapDevices(this IEndpointRouteBuilder routes)
    {
        var devices = routes.MapGroup("/api/auth/devices").In(AccountsContract.Chapter).WithMetadata(new FreshSignInAttribute());
        devices.MapGet("", List).Is(DevicesContract.List);
        devices.MapDelete("{id:guid}", Revoke).Is(DevicesContract.Revoke);
    }

    private static async Task<IResult> List(ListDevices list, CurrentUser user, CancellationToken cancel) =>
        TypedResults.Ok(await list.RunAsync(user.Id, user.SignInId, cancel));

    private static async Task<IResult> Revoke(RevokeDevices revoke, CurrentUser user, [FromRoute] Guid id, CancellationToken cancel) =>
        (await revoke.OneAsync(user.Id, id, cancel)).ToHttp(_ => TypedResults.NoContent());
}
