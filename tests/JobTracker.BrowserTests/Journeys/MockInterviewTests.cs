using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Journeys;

public sealed class MockInterviewTests(Site site) : BrowserTest(site)
{
    private const string Answer =
        "In my second year I built a map viewer. It was slow, so I replaced the scan with an R-tree. It got a lot faster.";

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("fr", true)]
    public async Task An_interview_is_set_up_answered_followed_up_reported_and_replayed(string language, bool javaScript)
    {
        var t = In(language);
        var person = await RegisterAsync(language);
        await person.AddAsync(
            new
            {
                company = "Kestrel Maps",
                position = "Engineer",
                posting = "Maps that sailors trust.",
            }
        );
        var page = await OpenAsync(person, new Visit { Language = language, JavaScript = javaScript });

        await page.GotoAsync("/coach/mock");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = t["New mock interview"] }).ClickAsync();
        await page.GetByLabel(t["Questions"]).SelectOptionAsync("3");
        await page.Locator("#agree").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = t["Start"], Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(t["Question {0} of {1}", 1, 3]);
        var first = await page.Locator("#question").TextContentAsync();
        await AnswerAsync(page, t);
        await Expect(page.Locator("mark")).ToHaveTextAsync("In my second year I built a map viewer");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = t["A stronger version"] })).ToBeVisibleAsync();
        await Expect(page.Locator(".blank").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = t["Answer the follow-up"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(t["Follow-up to question {0}", 1]);
        await AnswerAsync(page, t);
        await page.GetByRole(AriaRole.Link, new() { Name = t["Next question"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(t["Question {0} of {1}", 2, 3]);
        await page.GetByRole(AriaRole.Button, new() { Name = t["End and see report"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Img, new() { Name = t["Scores by question"] })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = t["From the beginning"] }).ClickAsync();
        await Expect(page.Locator("#question")).ToHaveTextAsync(first!);
        await page.GetByRole(AriaRole.Link, new() { Name = t["Next question"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(t["Follow-up to question {0}", 1]);
        await Expect(page.Locator("textarea")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_button_says_what_goes_on_and_the_form_is_sent_once()
    {
        var person = await RegisterAsync();
        await person.AddAsync();
        var page = await OpenAsync(person);
        var sent = 0;
        await page.RouteAsync(
            "**/coach/mock/new*",
            async route =>
            {
                sent += route.Request.Method == "POST" ? 1 : 0;
                await route.ContinueAsync();
            }
        );
        await page.GotoAsync("/coach/mock/new");
        await page.Locator("#agree").CheckAsync();
        await page.EvaluateAsync(
            """
            () => {
                const form = document.querySelector("main form[data-busy]");
                const button = form.querySelector("button");
                form.requestSubmit(button);
                form.requestSubmit(button);
            }
            """
        );
        await Expect(page.Locator("textarea")).ToBeVisibleAsync();
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Questions_are_proposed_added_and_corrected()
    {
        var person = await RegisterAsync();
        var row = await person.AddAsync();
        var page = await OpenAsync(person);
        await page.GotoAsync($"/applications/{row["id"]}/questions");
        await page.GetByLabel("I agree that what the coach sees").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose questions" }).ClickAsync();
        await Expect(page.Locator(".question-lines > li").First).ToBeVisibleAsync();

        var form = page.Locator("form:has(h2:text('Add a question'))");
        await form.GetByLabel("Question").FillAsync("Who would I sit with?");
        await form.GetByLabel("About").SelectOptionAsync("ToAsk");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "To ask them" })).ToContainTextAsync("Who would I sit with?");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print the list" })).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage page, Words t)
    {
        await page.GetByRole(AriaRole.Textbox, new() { Name = t["Your answer"] }).FillAsync(Answer);
        await page.GetByRole(AriaRole.Button, new() { Name = t["Send the answer"] }).ClickAsync();
    }
}
