using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Interviews;

/// <summary>The form for a new interview; without an application it asks for that first.</summary>
public sealed class AddModel(
    AddInterview add,
    ChooseApplication choose,
    ReadTarget read,
    InterviewFacts.Rules rules,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public InterviewForm Input { get; set; } = new();

    /// <summary>The application goes on to its interview stage with it.</summary>
    [BindProperty]
    public bool Moves { get; set; }

    /// <summary>What it is for; null as long as that is to be chosen.</summary>
    public ReadTarget.Row? For { get; private set; }
    public IReadOnlyList<ApplicationChoice> Choices { get; private set; } = [];
    public InterviewSheet Sheet => new(Input, user.Zone.Id, IsNew: true, For!.OffersMove, Moves);

    public async Task<IActionResult> OnGetAsync(Guid? application, CancellationToken cancel)
    {
        Input = new InterviewForm { TimeZone = user.Zone.Id };
        Moves = true;
        return await ShowAsync(application, Page(), cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid? application, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await SaveAsync(application, cancel)).ToPage(this, Added)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(application, again, cancel) : result;
    }

    private async Task<Outcome<AddInterview.Answer>> SaveAsync(Guid? application, CancellationToken cancel) =>
        Input.ToFacts(application, rules, t) switch
        {
            Done<InterviewFacts> { Value: var facts } => await add.RunAsync(user.Id, facts, Moves, cancel),
            var refused => ((Failed<InterviewFacts>)refused).Failure,
        };

    private RedirectToPageResult Added(AddInterview.Answer answer)
    {
        this.Flash(answer.HasMoved ? t["The interview was added, and the application moved to Interview."] : t["The interview was added."]);
        return RedirectToPage("Details", new { id = answer.Row.Id });
    }

    private async Task<IActionResult> ShowAsync(Guid? application, PageResult page, CancellationToken cancel)
    {
        if (application is not { } id)
            Choices = await choose.RunAsync(user.Id, cancel);
        else if ((For = await read.RunAsync(user.Id, id, cancel)) is null)
            return NotFound();
        return page;
    }
}
