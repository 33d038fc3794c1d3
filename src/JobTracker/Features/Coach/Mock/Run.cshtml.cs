using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Structured;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>A mock interview, one question at a time: to answer, to read the feedback, and later to go through again.</summary>
[RequestTimeout(Transfers.Policy)]
public sealed class RunModel(
    ReadMock read,
    AnswerQuestion answer,
    AskFollowUp followUp,
    EndMock end,
    ReadStanding readStanding,
    TimeProvider clock,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    /// <summary>The question to show; the next to answer when it is left out.</summary>
    [FromQuery(Name = "q")]
    public Guid? Question { get; set; }

    /// <summary>Answers once more what was answered.</summary>
    [FromQuery(Name = "again")]
    public bool Again { get; set; }

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public ReadMock.Answer Mock { get; private set; } = null!;
    public MockQuestion Current { get; private set; } = null!;

    /// <summary>Why there is no feedback.</summary>
    public string? Trouble { get; private set; }

    public bool IsOver => Mock.Row.FinishedAt is not null;
    public bool IsAnswering => !IsOver && (Current.Answer is null || Again || !ModelState.IsValid);
    public bool IsBeingJudged => Current.IsBeingJudged(clock.GetUtcNow());
    public long Now => clock.GetUtcNow().ToUnixTimeSeconds();
    public int At => Mock.Questions.ToList().IndexOf(Current);
    public MockQuestion? Before => At > 0 ? Mock.Questions[At - 1] : null;
    public MockQuestion? After => At + 1 < Mock.Questions.Count ? Mock.Questions[At + 1] : null;
    public bool HasFollowUp => Mock.Questions.Any(row => row.Number == Current.Number && row.IsFollowUp);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, Guid question, CancellationToken cancel)
    {
        Question = question;
        var input = new AnswerQuestion.Input { Answer = Input.Answer, Seconds = Input.Seconds(Now) };
        return await AfterAsync(id, question, await answer.RunAsync(user.Id, id, question, input, cancel), cancel);
    }

    public async Task<IActionResult> OnPostFeedbackAsync(Guid id, Guid question, CancellationToken cancel)
    {
        Question = question;
        return await AfterAsync(id, question, await answer.AgainAsync(user.Id, id, question, cancel), cancel);
    }

    public async Task<IActionResult> OnPostFollowUpAsync(Guid id, Guid question, CancellationToken cancel) =>
        (await followUp.RunAsync(user.Id, id, question, cancel)).ToPage(this, _ => RedirectToPage(new { id }));

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel) =>
        (await end.RunAsync(user.Id, id, cancel)).ToPage(this, _ => RedirectToPage("Report", new { id }));

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancel) =>
        (await end.DeleteAsync(user.Id, id, cancel)).ToPage(this, _ => Deleted());

    private async Task<IActionResult> AfterAsync(Guid id, Guid question, Outcome<Nothing> outcome, CancellationToken cancel)
    {
        if (outcome is Failed<Nothing> { Failure: AiTrouble or OverQuota or TooMany or Conflict } failed)
        {
            // The answer is stored; what is missing is said beside it.
            var standing = await readStanding.RunAsync(user.Id, cancel);
            Trouble = FailureSentences.Of(failed.Failure, standing?.Provider, t);
            return await ShowAsync(id, Page(), cancel);
        }
        var result = outcome.ToPage(this, _ => RedirectToPage(new { id, q = question }));
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<ReadMock.Answer> { Value: var mock })
            return NotFound();
        Mock = mock;
        var asked = Question is { } wanted ? mock.Questions.FirstOrDefault(row => row.Id == wanted) : null;
        if (Question is not null && asked is null)
            return NotFound();
        Current = asked ?? (IsOver ? mock.Questions[0] : mock.Next ?? mock.Questions[^1]);
        if (ModelState.IsValid)
            Input = new AnswerForm { Answer = Input.Answer ?? Current.Answer, Since = Now };
        return page;
    }

    private RedirectToPageResult Deleted()
    {
        this.Flash(t["The mock interview was deleted."]);
        return RedirectToPage("Index");
    }
}

/// <summary>An answer as its form has it.</summary>
public sealed record AnswerForm
{
    public string? Answer { get; init; }

    /// <summary>When the question came into sight, in Unix seconds: the page needs no script to know how long an answer took.</summary>
    public long Since { get; init; }

    public int? Seconds(long now) => Since > 0 && now - Since is >= 0 and <= MockQuestion.MostSeconds and var took ? (int)took : null;
}
