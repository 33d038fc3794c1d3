using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>One deliverable, to read and to edit. Two edits at once end in a page that shows both.</summary>
public sealed class DetailsModel(
    ReadSheet read,
    EditDeliverable edit,
    TickDeliverable tick,
    DeleteDeliverable delete,
    CurrentUser user,
    IStringLocalizer<Texts> t
) : PageModel
{
    [BindProperty]
    public DeliverableFacts Input { get; set; } = new();

    /// <summary>What the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Sheet Sheet { get; private set; } = null!;
    public DeliverableDetails Row => Sheet.Row;
    public DateOnly Today => user.Today;
    public TimeZoneInfo Zone => user.Zone;

    /// <summary>Set when somebody else, or another tab, has saved meanwhile.</summary>
    public bool IsStale => ViewData[nameof(Stale)] is not null;

    public bool IsEditing => !ModelState.IsValid || Row.Content is null;

    public string Tick => TickOf(Row.Id, TickedPages.Next(Row.State));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var result = await ShowAsync(id, Page(), cancel);
        if (result is PageResult)
            Fill();
        return result;
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var result = ModelState.IsValid
            ? (await edit.RunAsync(user.Id, id, Wanted, Version, cancel)).ToPage(this, Saved)
            : new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        return result is PageResult again ? await ShowAsync(id, again, cancel) : result;
    }

    public async Task<IActionResult> OnPostStateAsync(Guid id, Word<DeliverableState>? to, CancellationToken cancel)
    {
        if (to is not { } wanted)
            return BadRequest();
        return (await tick.RunAsync(user.Id, id, wanted.Value, cancel)).ToPage(
            this,
            answer =>
            {
                this.Tell(answer, state => TickOf(id, state), t);
                return RedirectToPage(new { id });
            }
        );
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, int? version, CancellationToken cancel)
    {
        ModelState.Clear();
        var result = (await delete.RunAsync(user.Id, id, version, cancel)).ToPage(this, Deleted);
        if (result is not PageResult again)
            return result;
        result = await ShowAsync(id, again, cancel);
        if (result is PageResult)
            Fill();
        return result;
    }

    /// <summary>The form has all fields but what the text came from and the application.</summary>
    private Outcome<DeliverableFacts> Wanted(DeliverableFacts facts) =>
        Input with
        {
            ApplicationId = facts.ApplicationId,
            SourceWritingId = facts.SourceWritingId,
        };

    private RedirectToPageResult Saved(DeliverableDetails row)
    {
        this.Flash(t["Saved."]);
        return RedirectToPage(new { id = row.Id });
    }

    private LocalRedirectResult Deleted(DeliverableDetails row)
    {
        this.Flash(t["Deleted: {0}", row.Title]);
        return LocalRedirect("~/deliverables");
    }

    private string TickOf(Guid id, DeliverableState to) => Url.Page("Details", "State", new { id, to = Wire.Name(to) })!;

    private void Fill()
    {
        Version = Row.Version;
        Input = new DeliverableFacts
        {
            Title = Row.Title,
            Kind = Row.Kind,
            DueOn = Row.DueOn,
            State = Row.State,
            Content = Row.Content,
        };
    }

    private async Task<IActionResult> ShowAsync(Guid id, PageResult page, CancellationToken cancel)
    {
        if (await read.RunAsync(user.Id, id, cancel) is not Done<Sheet> { Value: var sheet })
            return NotFound();
        Sheet = sheet;
        if (IsStale)
        {
            // Saving again is then a decision, made with both in view.
            Version = Row.Version;
            ModelState.Remove(nameof(Version));
        }
        return page;
    }
}
