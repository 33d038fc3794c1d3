using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Search;

/// <summary>One search over everything, as a page and as the list inside the palette.</summary>
public sealed class IndexModel(FindAnything find, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    public FindAnything.Answer Found { get; private set; } = null!;
    public IReadOnlyList<NavigationEntry> Places { get; private set; } = [];
    public DateOnly Today => user.Today;
    public TimeZoneInfo Zone => user.Zone;
    public bool IsAsked => !string.IsNullOrWhiteSpace(Q);
    public int Count => Found.Count + Places.Count;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var words = Folding.Words(Q);
        Places =
        [
            .. Navigation.All.Where(place =>
                words.Length > 0 && words.All(word => Folding.Fold(t[place.Text]).Contains(word, StringComparison.Ordinal))
            ),
        ];
        Found = await find.RunAsync(user.Id, Q, cancel);
    }

    /// <summary>The list alone, while somebody types.</summary>
    public async Task<PartialViewResult> OnGetListAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return Partial("_Results", this);
    }
}
