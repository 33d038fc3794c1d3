using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace JobTracker.Testing.Ai;

/// <summary>OpenAI's chat completions and list of models on a loopback port. Point the app's <c>OpenAI:BaseUrl</c> to its address.</summary>
public sealed class FakeOpenAi : FakeProvider
{
    private const string Bearer = "Bearer ";

    private FakeOpenAi() { }

    /// <summary>Starts one on any free port.</summary>
    public static async Task<FakeOpenAi> StartAsync()
    {
        var fake = new FakeOpenAi();
        await fake.ListenAsync(port: 0);
        return fake;
    }

    protected override string? KeyOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } value && value.StartsWith(Bearer, StringComparison.Ordinal)
            ? value[Bearer.Length..]
            : null;

    protected override CallKind? KindOf(HttpRequest request, JsonNode? body) =>
        (request.Method, request.Path.Value) switch
        {
            ("GET", { } path) when path.StartsWith("/v1/models", StringComparison.Ordinal) => CallKind.Models,
            ("POST", "/v1/chat/completions") => body?["stream"]?.GetValue<bool>() == true ? CallKind.Stream : CallKind.Whole,
            _ => null,
        };

    protected override Script Unknown =>
        Scripts.Answer(404, """{"error":{"message":"Invalid URL","type":"invalid_request_error","param":null,"code":null}}""");

    protected override Script Refusal(string? key) => OpenAiWords.WrongKey();

    protected override Script Models(RecordedCall call) =>
        Scripts.Answer(
            200,
            new JsonObject { ["object"] = "list", ["data"] = new JsonArray(Describe(OpenAiWords.Model), Describe("gpt-5")) }.ToJsonString()
        );

    protected override Script Plausible(RecordedCall call)
    {
        var question = call.Body?["messages"]?.AsArray().LastOrDefault()?["content"];
        var text = question is JsonArray parts ? string.Concat(parts.Select(part => part?["text"])) : question?.ToString() ?? "";
        var pieces = PlausibleAnswer.To(text, call.Body?["response_format"]?["json_schema"]?["schema"]);
        var prompt = (call.Body?.ToJsonString().Length ?? 0) / 4;
        Script usage =
            call.Body?["stream"]?.GetValue<bool>() != true || call.Body["stream_options"]?["include_usage"]?.GetValue<bool>() == true
                ? OpenAiWords.Usage(prompt, pieces.Count)
                : Scripts.Then();
        return Scripts.Then([.. pieces.Select(OpenAiWords.Text), OpenAiWords.Finish(), usage, OpenAiWords.Done()]);
    }

    protected override JsonNode Whole(IReadOnlyList<JsonNode> events)
    {
        if (events.FirstOrDefault(one => one["error"] is not null) is { } error)
            return error;
        var choices = events.Select(one => one["choices"]?.AsArray().FirstOrDefault()).OfType<JsonNode>().ToList();
        return new JsonObject
        {
            ["id"] = "chatcmpl-test",
            ["object"] = "chat.completion",
            ["created"] = 1_795_000_000,
            ["model"] = OpenAiWords.Model,
            ["choices"] = new JsonArray(
                new JsonObject
                {
                    ["index"] = 0,
                    ["message"] = new JsonObject
                    {
                        ["role"] = "assistant",
                        ["content"] = string.Concat(choices.Select(choice => choice["delta"]?["content"])),
                    },
                    ["finish_reason"] = choices
                        .Select(choice => choice["finish_reason"])
                        .LastOrDefault(reason => reason is not null)
                        ?.DeepClone(),
                }
            ),
            ["usage"] = events.Select(one => one["usage"]).LastOrDefault(usage => usage is not null)?.DeepClone(),
        };
    }

    private static JsonObject Describe(string model) =>
        new()
        {
            ["id"] = model,
            ["object"] = "model",
            ["created"] = 1_780_000_000,
            ["owned_by"] = "openai",
        };
}
