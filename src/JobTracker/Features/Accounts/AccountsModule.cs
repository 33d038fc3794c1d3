using JobTracker.Features.Accounts.Devices;
using JobTracker.Features.Accounts.Links;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace JobTracker.Features.Accounts;

/// <summary>Accounts, for programs: <c>/api/auth</c>.</summary>
public static class AccountsModule
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/auth").In(AccountsContract.Chapter);
        auth.MapPost("register", Register).AllowAnonymous().Is(AccountsContract.Register);
        auth.MapPost("login", LogInAsync).AllowAnonymous().Is(AccountsContract.LogIn);
        auth.MapPost("forgot-password", Forgot).AllowAnonymous().Is(AccountsContract.ForgotPassword);
        auth.MapPost("reset-password", Reset).AllowAnonymous().Is(AccountsContract.ResetPassword);
        auth.MapPost("logout", LogOut).Is(AccountsContract.LogOut);
        auth.MapPost("logout-all", LogOutEverywhere).Is(AccountsContract.LogOutEverywhere);
        auth.MapGet("me", Read).Is(AccountsContract.Read);
        auth.MapPut("update-profile", Update).Is(AccountsContract.Update);
        auth.MapDelete("me", Delete).WithMetadata(new FreshSignInAttribute()).Is(AccountsContract.Delete);
        auth.MapPut("change-password", Change).WithMetadata(new FreshSignInAttribute()).Is(AccountsContract.ChangePassword);
    }

    private static async Task<IResult> Register(
        RegisterAccount register,
        RegisterAccount.Input input,
        Tokens tokens,
        HttpContext http,
        CancellationToken cancel
    ) =>
        (await register.RunAsync(input, http.ProgramCaller(), cancel)).ToHttp(signedIn =>
            TypedResults.Created("/api/auth/me", tokens.For(signedIn))
        );

    private static async Task<IResult> LogInAsync(
        LogIn logIn,
        LogIn.Input input,
        Tokens tokens,
        HttpContext http,
        CancellationToken cancel
    ) => (await logIn.RunAsync(input, http.ProgramCaller(), cancel)).ToHttp(signedIn => TypedResults.Ok(tokens.For(signedIn)));

    private static async Task<IResult> Forgot(AskForReset ask, AskForReset.Input input, HttpContext http, CancellationToken cancel) =>
        (await ask.RunAsync(input, http.ProgramCaller(), cancel)).ToHttp(_ => TypedResults.Accepted((string?)null));

    private static async Task<IResult> Reset(ResetPassword reset, ResetPassword.Input input, HttpContext http, CancellationToken cancel) =>
        (await reset.RunAsync(input, http.ProgramCaller(), cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> LogOut(EndSignIns end, CurrentUser user, CancellationToken cancel)
    {
        // A sign-in that has just ended on another process is as good as ended here.
        await end.OneAsync(user.Id, user.SignInId, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> LogOutEverywhere(RevokeDevices revoke, CurrentUser user, CancellationToken cancel) =>
        (await revoke.AllAsync(user.Id, except: null, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Read(ReadMe read, CurrentUser user, CancellationToken cancel) =>
        (await read.RunAsync(user.Id, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Update(UpdateProfile update, CurrentUser user, Profile input, CancellationToken cancel) =>
        (await update.RunAsync(user.Id, input, cancel)).ToHttp(TypedResults.Ok);

    private static async Task<IResult> Change(
        ChangePassword change,
        CurrentUser user,
        ChangePassword.Input input,
        CancellationToken cancel
    ) => (await change.RunAsync(user.Id, user.SignInId, input, cancel)).ToHttp(_ => TypedResults.NoContent());

    private static async Task<IResult> Delete(
        DeleteAccount delete,
        CurrentUser user,
        [FromBody] DeleteAccount.Input input,
        CancellationToken cancel
    ) => (await delete.RunAsync(user.Id, input, cancel)).ToHttp(_ => TypedResults.NoContent());

    internal static Caller ProgramCaller(this HttpContext http) => Caller(http, SignInKind.Token);

    internal static Caller BrowserCaller(this HttpContext http) => Caller(http, SignInKind.Browser);

    private static Caller Caller(HttpContext http, SignInKind kind) =>
        new(ClientNetwork.Of(http), DeviceLabel.Of(http.Request.Headers.UserAgent), kind);
}
