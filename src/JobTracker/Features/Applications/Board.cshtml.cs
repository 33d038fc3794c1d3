using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>A column for each status. Which ones are open is remembered by the browser.</summary>
public sealed class BoardModel(ReadBoard read, ChangeStatus change, CurrentUser user, IStringLocalizer<Texts> t) : PageModel
{
    private const string Cookie = "board";
    private const int LongestSearch = 200;
    private string? move;

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
        if (outcome is Failed<ChangeStatus.Answer> { Failure: var failure })
            return Refusal(failure, back);
        this.FlashMove(t, ((Done<ChangeStatus.Answer>)outcome).Value, Here(back));
        if (!Request.IsSwapping())
            return LocalRedirect(Here(back));
        return await read.CardAsync(user.Id, id, cancel) is { } card ? Partial("_Card", CardOf(card, Here(back))) : NotFound();
    }

    public IActionResult OnPostColumn(ApplicationStatus status, bool open, string? back)
    {
        var columns = open ? OpenColumns().Append(status) : OpenColumns().Where(column => column != status);
        Response.Cookies.Append(Cookie, string.Join('.', columns.Distinct().Select(Wire.Name)), Theme.Preference(HttpContext));
        return LocalRedirect(Here(back));
    }

    /// <param name="card">What it shows.</param>
    /// <param name="back">Where its menu leads back to.</param>
    public BoardCard CardOf(ReadBoard.Card card, string back) =>
        new(card, user.Today, user.Zone, move ??= Url.Page("/Applications/Board", "Move", new { back })!);

    /// <summary>A script puts the card back and shows the sentence; without one the board says it.</summary>
    private IActionResult Refusal(Failure failure, string? back)
    {
        if (!Request.IsSwapping())
        {
            if (failure is Kernel.NotFound)
                return NotFound();
            this.Flash(Reason(failure));
            return LocalRedirect(Here(back));
        }
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

    private string Here(string? back) => Url.OwnPage(back) ?? Url.Content("~/board");

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
/// <param name="Move">Where a move is sent, the same for every card: making an address from a route for each is most of what a board costs.</param>
public sealed record BoardCard(ReadBoard.Card Card, DateOnly Today, TimeZoneInfo Zone, string Move)
{
    public string MoveTo(ApplicationStatus status) => $"{Move}&id={Card.Id}&version={Card.Version}&status={status}";

    public int Days => Math.Max(0, Today.DayNumber - Card.Since.DayNumber);
}
