using JobTracker.Kernel;
using JobTracker.Web.Bearer;

namespace JobTracker.Features.Accounts;

/// <summary>The signed token that a program gets for a sign-in.</summary>
public sealed class Tokens(Jwt jwt)
{
    /// <summary>The answer of register and login.</summary>
    public sealed record Answer(string AccessToken, string TokenType, DateTimeOffset ExpiresAt, Me User);

    public Answer For(SignedIn signedIn)
    {
        var token = jwt.Create(new UserId(signedIn.SignIn.UserId), signedIn.SignIn.Id);
        return new Answer(token.Value, "Bearer", token.ExpiresAt, signedIn.Me);
    }
}
