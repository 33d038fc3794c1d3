using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>A column for each status. Which ones are open is remembered by the browser.</summary>
public sealed class BoardModel(ReadBoard read, ReadHead readHead, ChangeStatus change, CurrentUser user, IStringLocalizer<Texts> t)
    : PageModel
{
    private const string Cookie = "board";
    private const int LongestSearch = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "favorite")]
    public bool Favorite { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public Word<ReadBoard.SortBy>? SortWord { get; set; }

    public ReadBoard.SortBy Sort => SortWord?.Value ?? ReadBoard.SortBy.DueFirst;
    public ReadBoard.Board Board { get; private set; } = null!;
    public IReadOnlyCollection<ApplicationStatus> Open { get; private set; } = [];
    public IEnumerable<ApplicationStatus> Collapsed => Enum.GetValues<ApplicationStatus>().Except(Open);
    public int Total => Board.Counts.Values.Sum();
    public bool IsFiltered => Favorite || !string.IsNullOrWhiteSpace(Q);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Q?.Length > LongestSearch)
            Q = Q[..LongestSearch];
        Open = OpenColumns();
        Board = await read.RunAsync(
            user.Id,
            new ReadBoard.Input
            {
                Open = Open,
                Q = Q,
                Favorites = Favorite,
                Sort = Sort,
            },
            cancel
        );
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(
        Guid id,
        int? version,
        ApplicationStatus status,
        string? back,
        CancellationToken cancel
    )
    {
        var outcome = ModelState.IsValid
            ? await change.RunAsync(user.Id, id, new ChangeStatus.Input { Status = status }, version, cancel)
            : new NotFound();
        var head = outcome is Done<ApplicationDetails> ? await readHead.RunAsync(user.Id, id, cancel) : new NotFound();
        if (head is Done<ApplicationHead> { Value: var moved })
            this.FlashMove(t, moved, version, Here(back));
        if (!Request.Headers.ContainsKey("HX-Request"))
            return outcome is Failed<ApplicationDetails> { Failure: Kernel.NotFound } ? NotFound() : Back(outcome, back);
        return await read.CardAsync(user.Id, id, cancel) is { } card && outcome is Done<ApplicationDetails>
            ? Partial("_Card", CardOf(card))
            : Refusal(outcome);
    }

    public IActionResult OnPostColumn(ApplicationStatus status, bool open, string? back)
    {
        var columns = open ? OpenColumns().Append(status) : OpenColumns().Where(column => column != status);
        Response.Cookies.Append(Cookie, string.Join('.', columns.Distinct().Select(Wire.Name)), Theme.Preference(HttpContext));
        return LocalRedirect(Here(back));
    }

    public BoardCard CardOf(ReadBoard.Card card) => new(card, user.Today, user.Zone, Request.Query.Count == 0 ? "" : HttpContext.Here());

    private LocalRedirectResult Back(Outcome<ApplicationDetails> outcome, string? back)
    {
        if (outcome is Failed<ApplicationDetails> { Failure: var failure })
            this.Flash(Reason(failure));
        return LocalRedirect(Here(back));
    }

    private ContentResult Refusal(Outcome<ApplicationDetails> outcome)
    {
        var failure = outcome is Failed<ApplicationDetails> failed ? failed.Failure : new NotFound();
        return new ContentResult
        {
            StatusCode = failure switch
            {
                Kernel.NotFound => StatusCodes.Status404NotFound,
                Stale => StatusCodes.Status412PreconditionFailed,
                _ => StatusCodes.Status400BadRequest,
            },
            Content = Reason(failure),
            ContentType = "text/plain; charset=utf-8",
        };
    }

    private string Reason(Failure failure) =>
        failure switch
        {
            Stale => t["It was changed elsewhere in the meantime. Load the board again to see it as it is."],
            Refused refused => refused.Errors.Values.First()[0],
            _ => t["This application is no longer there."],
        };

    private string Here(string? back) => Url.IsLocalUrl(back) ? back : Url.Content("~/board");

    private ApplicationStatus[] OpenColumns() =>
        Request.Cookies[Cookie] is { } kept
            ?
            [
                .. kept.Split('.')
                    .Select(name => Wire.TryParse<ApplicationStatus>(name, out var status) ? status : (ApplicationStatus?)null)
                    .OfType<ApplicationStatus>()
                    .Distinct()
                    .Order(),
            ]
            : [.. Enum.GetValues<ApplicationStatus>().Where(status => !Statuses.IsClosed(status))];
}

/// <summary>A card with what it takes to write its days.</summary>
/// <param name="Back">Where its menu leads back to; empty for the board itself.</param>
public sealed record BoardCard(ReadBoard.Card Card, DateOnly Today, TimeZoneInfo Zone, string Back)
{
    public int Days => Math.Max(0, Today.DayNumber - Card.Since.DayNumber);
}
