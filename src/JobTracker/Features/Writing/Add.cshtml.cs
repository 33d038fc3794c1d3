using JobTracker.Features.Applications;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>The form for a new note.</summary>
public sealed class AddModel(AddNote add, ChooseApplication choose, CurrentUser user, IStringLocalizer<Texts> t) : PageModel, INoteFormPage
{
    [BindProperty]
    public NoteForm Input { get; set; } = new();

    public IReadOnlyList<ApplicationChoice> Places { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "application")] Guid? application, CancellationToken cancel)
    {
        Places = await choose.RunAsync(user.Id, cancel);
        if (Places.Any(place => place.Id == application))
            Input = new NoteForm { ApplicationId = application };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? NoteOutcomes.KeepingTheText(await add.RunAsync(user.Id, Input.ToFacts(), cancel), t).ToPage(this, Added)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        if (result is PageResult)
            Places = await choose.RunAsync(user.Id, cancel);
        return result;
    }

    private LocalRedirectResult Added(NoteDetails row)
    {
        this.Flash(t["“{0}” is saved.", row.Title]);
        return LocalRedirect(row.ApplicationId is { } application ? $"~/applications/{application}/writing" : "~/writing");
    }
}
