using JobTracker.Features.Accounts.TwoFactor;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Testing.Logs;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Accounts;

/// <summary>Somebody with a second factor: the phone, and the paper with the recovery codes.</summary>
internal sealed record TwoFactorOn(TestAuthenticator Phone, IReadOnlyList<string> Codes)
{
    /// <summary>Sets it up as the page does.</summary>
    public static async Task<TwoFactorOn> SwitchAsync(JobTrackerApp app, TestUser user)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var owner = new UserId(user.Id);
        var setUp = services.GetRequiredService<SetUpTwoFactor>();
        await setUp.BeginAsync(owner, default);
        var read = Assert.IsType<Done<ReadTwoFactor.Answer>>(await services.GetRequiredService<ReadTwoFactor>().RunAsync(owner, default));
        var phone = new TestAuthenticator(read.Value.SetUp!.Key);
        var proof = new TwoFactorProof { Password = TestUser.Password, Code = phone.CodeAt(app.Clock.GetUtcNow()) };
        var made = Assert.IsType<Done<IReadOnlyList<string>>>(await setUp.FinishAsync(owner, proof, default));
        // As if that was long ago: the present code is left to the test.
        await app.ExecuteAsync($"update authenticators set last_step = 0 where user_id = {user.Id}");
        foreach (var code in made.Value)
            LogWords.Add(code);
        return new TwoFactorOn(phone, made.Value);
    }
}
