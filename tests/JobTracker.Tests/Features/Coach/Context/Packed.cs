using System.Net.Http.Json;
using System.Security.Cryptography;
using JobTracker.Features.Coach.Context;
using JobTracker.Kernel;
using JobTracker.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Features.Coach.Context;

/// <summary>Ways to fill an application and to pack what the coach is told of it.</summary>
internal static class Packed
{
    /// <summary>With the same mark each time.</summary>
    public static async Task<PackedPrompt> PackAsync(
        this JobTrackerApp app,
        TestUser user,
        string application,
        IReadOnlyList<Turn>? turns = null,
        IReadOnlyCollection<string>? excluded = null,
        RandomNumberGenerator? random = null
    )
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var marks = random ?? new FixedRandom();
        var pack = ActivatorUtilities.CreateInstance<PackContext>(scope.ServiceProvider, marks);
        var said = turns ?? [new Turn(ChatRole.User, "What will they ask first?")];
        var prompt = await pack.RunAsync(
            new UserId(user.Id),
            Guid.Parse(application),
            excluded ?? [],
            said,
            summary: null,
            TestContext.Current.CancellationToken
        );
        Assert.NotNull(prompt);
        return prompt;
    }

    /// <summary>All messages as one text, each under its role.</summary>
    public static string Text(this PackedPrompt prompt) =>
        string.Join('\n', prompt.Messages.Select(message => $"===== {message.Role}\n{message.Text}\n"));

    /// <summary>The message with the data.</summary>
    public static string Data(this PackedPrompt prompt) => prompt.Messages[1].Text;

    public static async Task<string> AddAsync(this TestUser user, string path, object body)
    {
        using var answer = await user.Client.PostAsJsonAsync(path, body);
        return (await answer.ReadAsync(201)).Text("id")!;
    }

    public static Task<int> SpeakAsync(this JobTrackerApp app, TestUser user, string locale) =>
        app.ExecuteAsync($"update user_accounts set locale = {locale}, time_zone = 'Europe/Paris' where user_id = {user.Id}");
}
