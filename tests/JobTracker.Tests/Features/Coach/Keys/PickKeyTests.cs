using System.Net.Http.Json;
using JobTracker.Features.Accounts;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Tests.Features.Coach.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Coach.Keys;

/// <summary>Whose model answers somebody, and who pays for it.</summary>
public sealed class PickKeyTests(SharedApp shared)
{
    private const string Google = "AIza-google-0123456789-wxyz";
    private const string Openai = "sk-openai-0123456789-6789";

    [Theory]
    [InlineData(null, null, null, AiProvider.Gemini, Purse.Server)]
    [InlineData(null, null, "openai", AiProvider.Gemini, Purse.Server)]
    [InlineData(Google, null, "openai", AiProvider.Gemini, Purse.Own)]
    [InlineData(null, Openai, null, AiProvider.Openai, Purse.Own)]
    [InlineData(null, Openai, "gemini", AiProvider.Openai, Purse.Own)]
    [InlineData(Google, Openai, null, AiProvider.Gemini, Purse.Own)]
    [InlineData(Google, Openai, "gemini", AiProvider.Gemini, Purse.Own)]
    [InlineData(Google, Openai, "openai", AiProvider.Openai, Purse.Own)]
    public async Task The_one_chosen_among_ones_own_then_the_only_one_then_the_operators(
        string? google,
        string? openai,
        string? chosen,
        AiProvider provider,
        Purse purse
    )
    {
        using var user = await shared.App.RegisterAsync();
        using var keys = await user.Client.PutAsJsonAsync("/api/auth/update-api-keys", new { google_ai_key = google, openai_key = openai });
        await keys.ReadAsync(200);
        var profile = new
        {
            time_zone = "Europe/Paris",
            locale = "en",
            ai_provider = chosen,
        };
        using var preference = await user.Client.PutAsJsonAsync("/api/auth/update-profile", profile);
        await preference.ReadAsync(200);

        var model = Assert.IsType<Done<CoachModel>>(await OpenAsync(shared.App, user)).Value;
        Assert.Equal((provider, purse), (model.Provider, model.Purse));
        var standing = await shared.App.StandingAsync(user);
        Assert.Equal((provider, purse, model.Model), (standing.Provider, standing.Purse, standing.Model));
        Assert.Equal(purse == Purse.Own ? (300, null) : (50, 200_000L), (standing.MessagesMax, standing.TokensMax));
    }

    [Fact]
    public async Task Without_any_key_nobody_answers()
    {
        await using var app = shared.App.StartAnother();
        using var user = await app.RegisterAsync();
        var failure = Assert.IsType<Failed<CoachModel>>(await OpenAsync(app, user)).Failure;
        Assert.Equal("ai_no_key", Assert.IsType<Conflict>(failure).Code);
        Assert.Null((await app.StandingAsync(user)).Provider);
        var ai = (await user.GetAsync("/meta"))["ai"]!;
        Assert.Equal((false, null), (ai["enabled"]!.GetValue<bool>(), ai.Text("model")));
    }

    [Theory]
    [InlineData("google_ai_key")]
    [InlineData("openai_key")]
    public async Task A_sealed_key_opens_for_its_owner_and_its_provider_only(string field)
    {
        using var owner = await shared.App.RegisterAsync();
        using var stranger = await shared.App.RegisterAsync();
        foreach (var user in new[] { owner, stranger })
            using (await user.Client.PutAsJsonAsync("/api/auth/update-api-keys", new Dictionary<string, string> { [field] = Google })) { }
        // As if rows were mixed up, or moved by somebody who can write to the database.
        if (field == "google_ai_key")
            await shared.App.ExecuteAsync(
                $"update user_accounts set google_ai_key = (select google_ai_key from user_accounts where user_id = {owner.Id}) where user_id = {stranger.Id}"
            );
        else
            await shared.App.ExecuteAsync(
                $"update user_accounts set google_ai_key = openai_key, google_ai_key_last4 = openai_key_last4, openai_key = null, openai_key_last4 = null where user_id = {stranger.Id}"
            );
        var failure = Assert.IsType<Failed<CoachModel>>(await OpenAsync(shared.App, stranger)).Failure;
        Assert.Contains("Enter it again", Assert.IsType<Conflict>(failure).Message, StringComparison.Ordinal);
        Assert.IsType<Done<CoachModel>>(await OpenAsync(shared.App, owner));
    }

    [Fact]
    public async Task An_agreement_holds_for_one_provider_until_it_is_withdrawn()
    {
        using var user = await shared.App.RegisterAsync();
        await using var scope = shared.App.Services.CreateAsyncScope();
        var consent = scope.ServiceProvider.GetRequiredService<GiveConsent>();
        var owner = new UserId(user.Id);
        await consent.RunAsync(owner, AiProvider.Openai, default);
        Assert.False((await shared.App.StandingAsync(user)).Agreed);
        await consent.RunAsync(owner, AiProvider.Gemini, default);
        Assert.True((await shared.App.StandingAsync(user)).Agreed);
        await consent.WithdrawAsync(owner, AiProvider.Gemini, default);
        Assert.False((await shared.App.StandingAsync(user)).Agreed);
        Assert.IsType<AccountGone>(
            Assert.IsType<Failed<Nothing>>(await consent.RunAsync(new UserId(Guid.CreateVersion7()), AiProvider.Gemini, default)).Failure
        );
    }

    private static async Task<Outcome<CoachModel>> OpenAsync(JobTrackerApp app, TestUser user)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenModel>().RunAsync(new UserId(user.Id), default);
    }
}
