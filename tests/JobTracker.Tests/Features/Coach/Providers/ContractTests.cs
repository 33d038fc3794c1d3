using System.Text.Json;
using JobTracker.Features.Coach.Providers;
using Microsoft.Extensions.AI;

namespace JobTracker.Tests.Features.Coach.Providers;

/// <summary>What features may rely on, whoever answers; tried on the real services too when there is a key for them.</summary>
public sealed class ContractTests
{
    private static readonly ChatOptions Short = new() { MaxOutputTokens = 2_000 };

    public static TheoryData<string> Providers()
    {
        var all = new TheoryData<string>("gemini", "openai");
        if (Environment.GetEnvironmentVariable("GEMINI_API_KEY") is { Length: > 0 })
            all.Add("live gemini");
        if (Environment.GetEnvironmentVariable("OPENAI_API_KEY") is { Length: > 0 })
            all.Add("live openai");
        return all;
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_answer_comes_in_pieces_with_its_tokens_and_an_end(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in stage.Ask("Name three questions of a first interview, one sentence each."))
            updates.Add(update);
        Assert.True(updates.Count(update => update.Text.Length > 0) > 1);
        Assert.Equal(ChatFinishReason.Stop, Assert.Single(updates, update => update.FinishReason is not null).FinishReason);
        var usage = updates.SelectMany(update => update.Contents).OfType<UsageContent>().Last().Details;
        Assert.True(usage is { InputTokenCount: > 0, OutputTokenCount: > 0 });
        Assert.Equal(usage.TotalTokenCount, usage.InputTokenCount + usage.OutputTokenCount);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_conversation_with_instructions_is_understood(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name);
        ChatMessage[] messages =
        [
            new(ChatRole.System, "You prepare people for interviews. Answer in one sentence."),
            new(ChatRole.User, "I apply as a baker."),
            new(ChatRole.Assistant, "Then speak about early mornings."),
            new(ChatRole.User, "And about what else?"),
        ];
        var answer = await stage.Client.GetResponseAsync(messages, Short, TestContext.Current.CancellationToken);
        Assert.NotEmpty(answer.Text);
        Assert.True(answer.Usage?.OutputTokenCount > 0);
        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task An_answer_follows_a_schema(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name);
        using var schema = JsonDocument.Parse(
            """{"type":"object","properties":{"question":{"type":"string"},"difficulty":{"type":"integer","minimum":1,"maximum":5}},"required":["question","difficulty"]}"""
        );
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement) };
        var answer = await stage.Client.GetResponseAsync(
            [new ChatMessage(ChatRole.User, "Invent one interview question. Answer in JSON.")],
            options,
            TestContext.Current.CancellationToken
        );
        using var json = JsonDocument.Parse(answer.Text);
        Assert.NotEmpty(json.RootElement.GetProperty("question").GetString()!);
        Assert.InRange(json.RootElement.GetProperty("difficulty").GetInt32(), 1, 5);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task A_key_is_tried_without_asking_for_an_answer(string name)
    {
        await using var stage = await ProviderStage.StartAsync(name);
        const string wrong = "not-a-key-at-all-0123456789";
        stage.Fake?.Refuse(wrong);
        var refused = await stage.Providers.TryAsync(stage.Provider, wrong, TestContext.Current.CancellationToken);
        Assert.Equal(AiCodes.KeyInvalid, refused?.Code);
        Assert.Empty(stage.Fake?.Calls ?? []);
    }
}
