using System.Text.Json.Nodes;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>A conversation or mock interview with anything in it.</summary>
internal sealed class RandomTalk(Random random, Func<string> id, Func<string> now, Func<int, string> line, Func<int, int, string> text)
{
    public JsonObject Create()
    {
        var isMock = random.Next(2) == 0;
        var messages = new JsonArray();
        for (var at = random.Next(3); at > 0; at--)
            Exchange(messages, at);
        var covered = messages.Count > 0 && random.Next(2) == 0 ? messages[0]!["id"]!.GetValue<string>() : null;
        return new JsonObject
        {
            ["id"] = id(),
            ["mode"] = isMock ? "mock" : "chat",
            ["title"] = random.Next(4) == 0 ? "" : line(200),
            ["excluded_items"] = random.Next(2) == 0 ? new JsonArray() : new JsonArray("facts", $"note:{id()}"),
            ["summary"] = covered is null ? null : text(100, 6_000),
            ["summarized_until"] = covered,
            ["created_at"] = now(),
            ["updated_at"] = now(),
            ["messages"] = messages,
            ["mock"] = isMock ? Mock() : null,
        };
    }

    private void Exchange(JsonArray messages, int number)
    {
        var question = id();
        messages.Add(Message(question, "user", "done", clientId: $"client-{number}", answers: null, variant: null));
        for (var variant = 1; variant <= random.Next(3); variant++)
            messages.Add(Message(id(), "coach", variant == 1 ? "done" : "stopped", clientId: null, question, variant));
    }

    private JsonObject Message(string own, string role, string status, string? clientId, string? answers, int? variant) =>
        new()
        {
            ["id"] = own,
            ["role"] = role,
            ["status"] = status,
            ["text"] = text(200, role == "user" ? 4_000 : 100_000),
            ["client_message_id"] = clientId,
            ["answers_id"] = answers,
            ["variant"] = variant,
            ["provider"] = variant is null ? null : "gemini",
            ["model"] = variant is null ? null : "a-model",
            ["input_tokens"] = variant is null ? null : random.Next(10_000),
            ["output_tokens"] = variant is null ? null : random.Next(10_000),
            ["cut"] = random.Next(2) == 0,
            ["error_code"] = null,
            ["reason"] = null,
            ["created_at"] = now(),
            ["finished_at"] = now(),
        };

    private JsonObject Mock() =>
        new()
        {
            ["type"] = "technical",
            ["language"] = random.Next(2) == 0 ? "en" : "fr",
            ["difficulty"] = "tough",
            ["questions"] = random.Next(3, 11),
            ["started_at"] = now(),
            ["finished_at"] = random.Next(2) == 0 ? null : now(),
            ["asked"] = new JsonArray([.. Enumerable.Range(1, random.Next(4)).Select(Asked)]),
        };

    private JsonNode Asked(int number)
    {
        var isAnswered = random.Next(3) > 0;
        return new JsonObject
        {
            ["id"] = id(),
            ["number"] = number,
            ["is_follow_up"] = false,
            ["text"] = line(500),
            ["answer"] = isAnswered ? text(200, 6_000) : null,
            ["seconds"] = isAnswered ? random.Next(600) : null,
            ["answered_at"] = isAnswered ? now() : null,
            ["feedback"] = isAnswered && number == 1 ? Feedback() : null,
            ["prose"] = isAnswered && number == 2 ? text(100, 2_000) : null,
        };
    }

    private JsonObject Feedback() =>
        new()
        {
            ["evidence"] = new JsonArray(new JsonObject { ["quote"] = line(50), ["comment"] = line(50) }),
            ["star"] = new JsonObject
            {
                ["situation"] = 0,
                ["task"] = 1,
                ["action"] = 2,
                ["result"] = 0,
            },
            ["relevance"] = 3,
            ["clarity"] = 4,
            ["specificity"] = 5,
            ["strengths"] = new JsonArray(line(30)),
            ["improvements"] = new JsonArray(),
            ["improved_answer"] = text(50, 500),
            ["follow_up"] = line(50),
        };
}
