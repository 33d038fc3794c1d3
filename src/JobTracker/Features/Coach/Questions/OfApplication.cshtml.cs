using JobTracker.Features.Accounts;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Structured;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Questions;

/// <summary>The questions of one application: to prepare with, to correct, and to print.</summary>
[RequestTimeout(Transfers.Policy)]
public sealed class OfApplicationModel(
    ReadHead readHead,
    ListQuestions list,
    MakeQuestions make,
    AddQuestion add,
    EditQuestion edit,
    DeleteQuestion delete,
    ReadStanding readStanding,
    GiveConsent consent,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public QuestionForm Input { get; set; } = new();

    public ApplicationHead Head { get; private set; } = null!;
    public CoachStanding? Standing { get; private set; }
    public ILookup<QuestionKind, QuestionRow> Rows { get; private set; } = Array.Empty<QuestionRow>().ToLookup(row => row.Kind);
    public int Count => Rows.Sum(group => group.Count());

    /// <summary>Why the coach made none.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The question whose form is open because of a mistake in it; null when it is the new one's.</summary>
    public Guid? Wrong { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, Page(), cancel);

    public async Task<IActionResult> OnPostMakeAsync(Guid id, AiProvider? agree, CancellationToken cancel)
    {
        if (agree is { } provider)
            await consent.RunAsync(user.Id, provider, cancel);
        if (await readStanding.RunAsync(user.Id, cancel) is { Provider: not null, Agreed: false })
            return await ShowAsync(id, Page(), cancel);
        switch (await make.RunAsync(user.Id, id, cancel))
        {
            case Done<IReadOnlyList<QuestionRow>>:
                this.Flash(t["The questions are made from what the coach sees now."]);
                return RedirectToPage(new { id });
            case Failed<IReadOnlyList<QuestionRow>> { Failure: Kernel.NotFound }:
                return NotFound();
            case Failed<IReadOnlyList<QuestionRow>> { Failure: var failure }:
                var standing = await readStanding.RunAsync(user.Id, cancel);
                Trouble = FailureSentences.Of(failure, standing?.Provider, t);
                break;
        }
        return await ShowAsync(id, Page(), cancel);
    }

    public async Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancel)
    {
        var result = (await add.RunAsync(user.Id, Input.ToFacts(id), cancel)).ToPage(this, _ => Back(id, t["The question was added."]));
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostEditAsync(Guid id, Guid question, int? version, CancellationToken cancel)
    {
        Wrong = question;
        var outcome = await edit.RunAsync(user.Id, question, _ => Input.ToFacts(id), version, cancel);
        var result = outcome.ToPage(this, _ => Back(id, t["Saved."]));
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, Guid question, CancellationToken cancel) =>
        (await delete.RunAsync(user.Id, question, ifVersion: null, cancel)).ToPage(
            this,
            application => Back(application, t["The question was deleted."])
        );

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (
            await readHead.RunAsync(user.Id, id, cancel) is not Done<ApplicationHead> { Value: var head }
            || await list.RunAsync(user.Id, id, cancel) is not Done<Page<QuestionRow>> { Value.Items: var rows }
        )
            return NotFound();
        (Head, Rows) = (head, rows.ToLookup(row => row.Kind));
        Standing = await readStanding.RunAsync(user.Id, cancel);
        return page;
    }

    private RedirectToPageResult Back(Guid id, string text)
    {
        this.Flash(text);
        return RedirectToPage(new { id });
    }
}

/// <summary>A question as a form has it.</summary>
public sealed record QuestionForm
{
    public QuestionKind Kind { get; init; } = QuestionKind.Behavioural;
    public string? Text { get; init; }
    public string? Why { get; init; }

    public QuestionFacts ToFacts(Guid application) =>
        new()
        {
            ApplicationId = application,
            Kind = Kind,
            Text = Text,
            Why = Why,
        };
}
