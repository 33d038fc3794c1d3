using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Features.Shared;
using JobTracker.Features.Writing;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Practice;

/// <summary>Practice that needs no model: chosen questions, a worksheet, a timer, a checklist, and the prompt to take elsewhere.</summary>
public sealed class IndexModel(ComposePrompt compose, AddNote add, ChooseApplication choose, CurrentUser user, IStringLocalizer<Texts> t)
    : PageModel
{
    [BindProperty]
    public StarForm Input { get; set; } = new();

    /// <summary>Which questions are shown, as it stands in the address.</summary>
    [FromQuery(Name = "type")]
    public string? Asked { get; set; }

    /// <summary>Whose prompt is shown.</summary>
    [FromQuery(Name = "application")]
    public Guid? ApplicationId { get; set; }

    public InterviewType Type => Wire.TryParse<InterviewType>(Asked, out var type) ? type : InterviewType.Hr;
    public IReadOnlyList<PracticeQuestion> Questions => PracticeQuestion.Of(Type, t);
    public IReadOnlyList<ApplicationChoice> Applications { get; private set; } = [];

    /// <summary>Null when no application was chosen, or there is no such.</summary>
    public string? Prompt { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(Page(), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? StarForm.AtTheForm(await add.RunAsync(user.Id, Input.ToFacts(t), cancel)).ToPage(this, Saved)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(again, cancel) : result;
    }

    private LocalRedirectResult Saved(NoteDetails row)
    {
        this.Flash(t["“{0}” is saved.", row.Title]);
        return LocalRedirect($"~/writing/{row.Id}");
    }

    private async Task<IActionResult> ShowAsync(PageResult page, CancellationToken cancel)
    {
        Applications = await choose.RunAsync(user.Id, cancel);
        if (ApplicationId is { } wanted && (Prompt = await compose.RunAsync(user.Id, wanted, cancel)) is null)
            return NotFound();
        return page;
    }
}
