using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Testing;
using JobTracker.Testing.Ai;
using JobTracker.Tests.Features.Coach.Context;
using JobTracker.Tests.Features.Coach.Mock;

namespace JobTracker.Tests.Features.Coach.Questions;

public sealed class QuestionBankTests(MockSite site) : IClassFixture<MockSite>
{
    private const string Bank = "/api/coach/questions";

    [Fact]
    public async Task Twelve_are_made_and_asking_again_with_the_same_context_costs_nothing()
    {
        using var me = await Candidate.CreateAsync(site);
        var before = site.Gemini.Calls.Count;
        site.Gemini.Next(Twelve());
        var made = await MakeAsync(me);
        Assert.Equal(12, made.Count);
        Assert.Equal(["behavioural", "technical", "company", "to_ask"], made.Select(row => row.Text("kind")!).Distinct());
        Assert.All(made, row => Assert.Equal("posting", row.Text("source")));
        Assert.Equal(made.Select(row => row.ToJsonString()), (await MakeAsync(me)).Select(row => row.ToJsonString()));
        Assert.Equal(before + 1, site.Gemini.Calls.Count);
        Assert.Equal(1, await me.MessagesAsync());
    }

    [Fact]
    public async Task Made_anew_they_replace_the_untouched_and_keep_what_the_person_wrote()
    {
        using var me = await Candidate.CreateAsync(site);
        site.Gemini.Next(Twelve());
        var made = await MakeAsync(me);
        using (
            var edited = await me.User.SendAsync(HttpMethod.Patch, $"{Bank}/{made[0]["id"]}", new { text = "What did you learn from Ada?" })
        )
            await edited.ReadAsync(200);
        await me.User.AddAsync(
            Bank,
            new
            {
                application_id = me.Application,
                kind = "to_ask",
                text = "Who mentors new people?",
            }
        );
        using (await me.User.SendAsync(HttpMethod.Patch, $"/api/applications/{me.Application}", new { posting = "Other maps." }))
            site.Gemini.Next(Said([.. Texts.Select(text => string.Concat(text.Reverse()))]));
        var anew = (await MakeAsync(me)).Select(row => row.Text("text")!).ToList();
        Assert.Contains("What did you learn from Ada?", anew);
        Assert.Contains("Who mentors new people?", anew);
        Assert.DoesNotContain(made[1].Text("text"), anew);
        Assert.Equal(14, anew.Count);
    }

    [Fact]
    public async Task Questions_that_are_nearly_the_same_are_kept_once()
    {
        using var me = await Candidate.CreateAsync(site);
        await me.User.AddAsync(Bank, new { application_id = me.Application, text = "Why do you want to work with maps here?" });
        using var twin = await me.User.Client.PostAsJsonAsync(
            Bank,
            new { application_id = me.Application, text = "why do you want to work with MAPS here" },
            TestContext.Current.CancellationToken
        );
        await twin.RefusesAsync("text");
        site.Gemini.Next(
            Said([
                "Why do you want to work with maps here ?",
                "Tell me about trees.",
                "tell me about trees",
                "Who else?",
                "What is next for you?",
            ])
        );
        Assert.Equal(4, (await MakeAsync(me)).Count);
    }

    [Fact]
    public async Task What_makes_no_sense_twice_is_an_error_and_nothing_is_kept()
    {
        using var me = await Candidate.CreateAsync(site);
        site.Gemini.Next(GeminiWords.Reply("no json"), GeminiWords.Reply("""{"questions": []}"""));
        using var answer = await me.User.Client.PostAsJsonAsync(
            $"{Bank}/make",
            new { application_id = me.Application },
            TestContext.Current.CancellationToken
        );
        await answer.ProblemAsync(502, "ai_interrupted");
        Assert.Empty(await me.User.ItemsAsync($"{Bank}?application_id={me.Application}"));
    }

    [Fact]
    public async Task They_are_made_corrected_and_deleted_on_their_page()
    {
        using var me = await Candidate.CreateAsync(site);
        var address = $"/applications/{me.Application}/questions";
        site.Gemini.Next(Twelve());
        using (var made = await me.PressAsync(address, "Make"))
            Assert.Equal(302, (int)made.StatusCode);
        Assert.Equal(12, (await me.PageAsync(address)).QuerySelectorAll(".question-lines > li").Length);
        var form = (await me.PageAsync(address)).QuerySelector("form[action*='handler=Edit']")!.GetAttribute("action")!;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Input.Text"] = "", ["Input.Kind"] = "Company" };
        using (var wrong = await me.Browser.PostAsync(form, fields, formOn: address))
            Assert.Equal(400, (int)wrong.StatusCode);
        fields["Input.Text"] = "What do you know of us?";
        using (var edited = await me.Browser.PostAsync(form, fields, formOn: address))
            Assert.Contains("What do you know of us?", await me.TextAsync(address), StringComparison.Ordinal);
        var delete = (await me.PageAsync(address)).QuerySelector("button[formaction*='question=']")!.GetAttribute("formaction")!;
        using (await me.Browser.PostAsync(delete, fields, formOn: address))
            Assert.Equal(11, (await me.PageAsync(address)).QuerySelectorAll(".question-lines > li").Length);
    }

    private static async Task<IReadOnlyList<JsonNode>> MakeAsync(Candidate me)
    {
        using var answer = await me.User.Client.PostAsJsonAsync($"{Bank}/make", new { application_id = me.Application });
        return [.. (await answer.ReadAsync(200))["items"]!.AsArray().OfType<JsonNode>()];
    }

    private static readonly string[] Texts =
    [
        "Tell me about a project that failed.",
        "How would you index two million points?",
        "Why do ambulances need our maps?",
        "Who mentors people in their first year?",
        "When did you last disagree with a colleague?",
        "What does a query plan tell you?",
        "Which of our products have you tried?",
        "How do you decide what ships on a Friday?",
        "Describe something you are proud of.",
        "Where would you put a cache, and what goes wrong then?",
        "What worries you about a company of our size?",
        "What happens between now and an offer?",
    ];

    private static Script Twelve() => Said(Texts);

    private static Script Said(string[] questions)
    {
        string[] kinds = ["behavioural", "technical", "company", "to_ask"];
        var items = questions.Select(
            (text, at) =>
                (JsonNode)
                    new JsonObject
                    {
                        ["kind"] = kinds[at % 4],
                        ["question"] = text,
                        ["why"] = "The posting says so.",
                        ["source"] = "posting",
                    }
        );
        return GeminiWords.Reply(new JsonObject { ["questions"] = new JsonArray([.. items]) }.ToJsonString());
    }
}
