using JobTracker.Features.Accounts;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Structured;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>Sets a mock interview up. What is known of the next real one is filled in.</summary>
[RequestTimeout(Transfers.Policy)]
public sealed class NewModel(
    StartMock start,
    ChooseApplication choose,
    UpcomingInterviews upcoming,
    ReadStanding readStanding,
    GiveConsent consent,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public MockForm Input { get; set; } = new();

    public IReadOnlyList<ApplicationChoice> Places { get; private set; } = [];
    public CoachStanding? Standing { get; private set; }

    /// <summary>The next interview of the application, from which the form was filled.</summary>
    public AgendaEntry? Next { get; private set; }

    /// <summary>Why it could not start.</summary>
    public string? Trouble { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "application")] Guid? application, CancellationToken cancel)
    {
        await ReadAsync(cancel);
        var chosen = Places.FirstOrDefault(place => place.Id == application) ?? (Places.Count > 0 ? Places[0] : null);
        Next = chosen is null ? null : await upcoming.OfApplicationAsync(user.Id, chosen.Id, cancel);
        Input = new MockForm
        {
            ApplicationId = chosen?.Id,
            Type = Next?.Type ?? InterviewType.Hr,
            Language = Locales.Current,
        };
    }

    public async Task<IActionResult> OnPostAsync(AiProvider? agree, CancellationToken cancel)
    {
        if (agree is { } provider)
            await consent.RunAsync(user.Id, provider, cancel);
        await ReadAsync(cancel);
        if (!ModelState.IsValid)
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (Standing is { Provider: not null, Agreed: false })
        {
            ModelState.AddModelError("agree", t["Please agree first: nothing is sent without it."]);
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }
        var outcome = await start.RunAsync(user.Id, Input.ToFacts(), cancel);
        if (outcome is Failed<Guid> { Failure: AiTrouble or OverQuota or TooMany or Conflict } failed)
        {
            Trouble = FailureSentences.Of(failed.Failure, Standing?.Provider, t);
            return Page();
        }
        return outcome.ToPage(this, id => RedirectToPage("Run", new { id }));
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Places = [.. (await choose.RunAsync(user.Id, cancel)).Where(place => !place.IsClosed)];
        Standing = await readStanding.RunAsync(user.Id, cancel);
    }
}

/// <summary>The set-up as a form has it.</summary>
public sealed record MockForm
{
    public Guid? ApplicationId { get; init; }
    public InterviewType Type { get; init; } = InterviewType.Hr;
    public int Questions { get; init; } = MockFacts.Rules.UsualQuestions;
    public string? Language { get; init; }
    public Difficulty Difficulty { get; init; } = Difficulty.Usual;

    public MockFacts ToFacts() =>
        new()
        {
            ApplicationId = ApplicationId,
            Type = Type,
            Questions = Questions,
            Language = Language,
            Difficulty = Difficulty,
        };
}
