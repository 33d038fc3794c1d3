using JobTracker.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Interviews;

/// <summary>The agenda: what is to come by day, and what is past.</summary>
public sealed class IndexModel(ReadInterviews read, CurrentUser user, InterviewTimes times) : PageModel
{
    public ReadInterviews.Answer Agenda { get; private set; } = new([], new([]), IsFirstPage: true);
    public bool IsEmpty => Agenda.IsFirstPage && Agenda.Upcoming.Count == 0 && Agenda.Past.Items.Count == 0;

    /// <summary>What is to come, by the day in the person's zone.</summary>
    public IEnumerable<IGrouping<DateOnly, AgendaEntry>> Days => Agenda.Upcoming.GroupBy(times.DayOf);

    public async Task OnGetAsync(string? cursor, CancellationToken cancel) => Agenda = await read.RunAsync(user.Id, cursor, cancel);
}
