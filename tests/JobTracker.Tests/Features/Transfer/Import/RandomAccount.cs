using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Kernel;

namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>An account as an export's document has it, with anything in any field that the site's rules let stand there. The same for the same seed.</summary>
internal sealed class RandomAccount(int seed)
{
    private static readonly string[] Letters =
    [
        "a",
        "Z",
        "7",
        " ",
        "é",
        "œ",
        "ß",
        "’",
        "«",
        "=",
        "+",
        "-",
        "@",
        "'",
        "\"",
        ";",
        ",",
        "|",
        "<b>",
        "&amp;",
        "\\",
        "_x0041_",
        "漢",
        "ع",
        "e\u0301",
        "👩‍💻",
        "🇫🇷",
        "\u00A0",
        "\u200B",
        "{0}",
        "%s",
        "null",
    ];

    private readonly Random random = new(seed);
    private DateTimeOffset clock = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public JsonObject Create()
    {
        var bank = List(3, Note);
        return new JsonObject
        {
            ["format"] = "jobtracker",
            ["format_version"] = 1,
            ["exported_at"] = Now(),
            ["profile"] = null,
            ["writing"] = bank,
            ["applications"] = List(4, () => Application([.. bank.Select(note => note!["id"]!.GetValue<string>())])),
            ["search_sessions"] = List(2, Session),
        };
    }

    private JsonObject Application(IReadOnlyList<string> bank)
    {
        var history = List(4, Change, atLeast: 1);
        var newest = history
            .OfType<JsonObject>()
            .OrderBy(entry => entry["occurred_on"]!.GetValue<string>(), StringComparer.Ordinal)
            .ThenBy(entry => Instant.TryParse(entry["created_at"]!.GetValue<string>(), out var at) ? at.Value : default)
            .Last();
        var applied = Maybe(Day);
        var notes = List(2, Note);
        string[] sources = [.. bank, .. notes.Select(note => note!["id"]!.GetValue<string>())];
        var posting = Maybe(() => Text(200, 100_000));
        return new JsonObject
        {
            ["id"] = Id(),
            ["company"] = Line(200),
            ["position"] = Line(200),
            ["employment_type"] = Maybe(() => One("cdi", "cdd", "stage", "alternance", "freelance", "interim")),
            ["location"] = Maybe(() => Line(200)),
            ["channel"] = Maybe(() => One("linkedin", "company_website", "email", "indeed", "apec", "pole_emploi", "referral", "other")),
            ["link"] = Maybe(() => $"https://example.org/{random.Next()}?q={Uri.EscapeDataString(Line(20))}"),
            ["salary"] = Maybe(() => Line(200)),
            ["contact"] = Maybe(() => Line(200)),
            ["status"] = newest["status"]!.GetValue<string>(),
            ["due_on"] = Maybe(Day),
            ["applied_on"] = applied,
            ["responded_on"] = applied is null ? Maybe(Day) : Maybe(() => applied),
            ["follow_up_on"] = Maybe(Day),
            ["last_follow_up_on"] = Maybe(Day),
            ["comment"] = Maybe(() => Text(100, 10_000)),
            ["posting"] = posting,
            ["posting_captured_at"] = posting is null ? null : Now(),
            ["is_favorite"] = random.Next(2) == 0,
            ["created_at"] = Now(),
            ["updated_at"] = Now(),
            ["history"] = history,
            ["deliverables"] = List(3, () => Deliverable(sources)),
            ["writing"] = notes,
            ["interviews"] = List(3, Interview),
            ["files"] = new JsonArray(),
            ["questions"] = List(3, Question),
            ["conversations"] = List(2, Conversation),
        };
    }

    private JsonObject Change() =>
        new()
        {
            ["id"] = Id(),
            ["status"] = One("draft", "applied", "screening", "interview", "offer", "accepted", "rejected", "withdrawn", "no_response"),
            ["occurred_on"] = Day(),
            ["note"] = Maybe(() => Text(50, 500)),
            ["created_at"] = Now(),
        };

    private JsonObject Deliverable(string[] sources)
    {
        var state = One("not_started", "in_progress", "done");
        return new JsonObject
        {
            ["id"] = Id(),
            ["title"] = Line(200),
            ["kind"] = One("essay", "question", "resume", "cover_letter", "form", "other"),
            ["due_on"] = Maybe(Day),
            ["state"] = state,
            ["content"] = Maybe(() => Text(100, 50_000)),
            ["source_writing_id"] = sources.Length == 0 ? null : Maybe(() => sources[random.Next(sources.Length)]),
            ["completed_at"] = state == "done" ? Now() : null,
            ["created_at"] = Now(),
            ["updated_at"] = Now(),
        };
    }

    private JsonObject Note() =>
        new()
        {
            ["id"] = Id(),
            ["title"] = Line(200),
            ["tags"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(at => (JsonNode)$"tag {at} {Line(20).Trim()}".Trim())]),
            ["content"] = Text(100, 50_000),
            ["created_at"] = Now(),
            ["updated_at"] = Now(),
        };

    private JsonObject Interview() =>
        new()
        {
            ["id"] = Id(),
            ["starts_at"] = Now(),
            ["time_zone"] = One("Europe/Paris", "America/Montreal", "Asia/Kolkata", "Etc/UTC"),
            ["duration_minutes"] = random.Next(5, 481),
            ["type"] = One("hr", "technical", "manager", "final", "other"),
            ["format"] = One("phone", "video", "in_person"),
            ["location"] = Maybe(() => Line(500)),
            ["status"] = One("planned", "completed", "cancelled"),
            ["interviewer"] = Maybe(() => Line(200)),
            ["comment"] = Maybe(() => Text(100, 10_000)),
            ["debrief"] = Maybe(() => Text(100, 10_000)),
            ["created_at"] = Now(),
            ["updated_at"] = Now(),
        };

    private JsonObject Question() =>
        new()
        {
            ["id"] = Id(),
            ["kind"] = One("behavioural", "technical", "company", "to_ask"),
            ["text"] = Line(500),
            ["why"] = Maybe(() => Line(500)),
            ["source"] = Maybe(() => One("facts", "next_interview", "posting", "deliverable", "note", "past_interview")),
            ["made_from"] = Maybe(() => new string('a', 64)),
            ["is_edited"] = random.Next(2) == 0,
            ["created_at"] = Now(),
            ["updated_at"] = Now(),
        };

    private JsonObject Conversation()
    {
        var talk = new RandomTalk(random, Id, Now, Line, Text);
        return talk.Create();
    }

    private JsonObject Session() =>
        new()
        {
            ["id"] = Id(),
            ["started_at"] = Now(),
            ["finished_at"] = Now(),
            ["entries"] = List(
                4,
                () =>
                    new JsonObject
                    {
                        ["id"] = Id(),
                        ["company"] = Line(200),
                        ["city"] = Maybe(() => Line(200)),
                        ["mission"] = Line(200),
                        ["link"] = Maybe(() => $"http://www.example.org/{random.Next()}"),
                        ["created_at"] = Now(),
                        ["added_at"] = Maybe(Now),
                    }
            ),
        };

    private static JsonArray Of(IEnumerable<JsonNode> nodes) => [.. nodes];

    private JsonArray List(int most, Func<JsonNode> make, int atLeast = 0) =>
        Of([.. Enumerable.Range(0, random.Next(atLeast, most + 1)).Select(_ => make())]);

    private string? Maybe(Func<string?> make) => random.Next(3) == 0 ? null : make();

    private string One(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];

    private string Id() => Guid.CreateVersion7(clock).ToString();

    /// <summary>Ever later, to the microsecond.</summary>
    private string Now() => Instant.Write(clock = clock.AddTicks(10L * random.Next(1, 1_000_000_000)));

    private string Day() =>
        new DateOnly(2025, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One line as it is kept: trimmed and not empty.</summary>
    private string Line(int most) => Written(random.Next(1, Math.Min(most, 60) + 1), most, "");

    /// <summary>Several lines, sometimes as long as may be.</summary>
    private string Text(int usual, int most) => Written(random.Next(20) == 0 ? most : random.Next(1, usual + 1), most, "\n");

    private string Written(int length, int most, string more)
    {
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(more.Length > 0 && random.Next(8) == 0 ? more : Letters[random.Next(Letters.Length)]);
        var cut = text.ToString();
        cut = cut.Length <= most ? cut : cut[..(char.IsHighSurrogate(cut[most - 1]) ? most - 1 : most)];
        cut = cut.Trim();
        return cut.Length == 0 ? "x" : cut;
    }
}
