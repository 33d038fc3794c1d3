using JobTracker.Data;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Features.Coach.Limits;

/// <summary>Messages and tokens of one person in a UTC day, on one purse.</summary>
public sealed class DayOfOne(JobTrackerDb db, CoachLimits limits)
{
    public const string Messages = "coach_messages_per_day";
    public const string MessagesOwnKey = "coach_messages_per_day_own_key";
    public const string Tokens = "coach_tokens_per_day";

    /// <summary>Makes the row that counts. False when the account was deleted meanwhile.</summary>
    public async Task<bool> OpenAsync(UserId owner, DateOnly day, Purse purse, CancellationToken cancel)
    {
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into coach_usage (user_id, day, purse, messages, tokens) values ({owner.Value}, {day}, {Wire.Name(purse)}, 0, 0)
                on conflict (user_id, day, purse) do nothing
                """,
                cancel
            );
            return true;
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            return false;
        }
    }

    /// <summary>Takes a message and tokens. Null when both were there; nothing is taken otherwise.</summary>
    public async Task<OverQuota?> TakeAsync(UserId owner, DateOnly day, Purse purse, long tokens, CancellationToken cancel)
    {
        var mostMessages = limits.Messages(purse) ?? int.MaxValue;
        var mostTokens = limits.Tokens(purse) ?? long.MaxValue;
        var taken = await Day(owner, day, purse)
            .Where(row => row.Messages < mostMessages && row.Tokens + tokens <= mostTokens)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Messages, row => row.Messages + 1)
                        .SetProperty(row => row.Tokens, row => row.Tokens + tokens),
                cancel
            );
        if (taken == 1)
            return null;
        var used = await Day(owner, day, purse).Select(row => new { row.Messages, row.Tokens }).SingleAsync(cancel);
        return used.Messages >= mostMessages
            ? new OverQuota(purse == Purse.Server ? Messages : MessagesOwnKey, mostMessages, used.Messages)
            : new OverQuota(Tokens, mostTokens, used.Tokens);
    }

    /// <summary>Adds what was used beyond a reservation, or gives back what was not.</summary>
    public Task CorrectAsync(UserId owner, DateOnly day, Purse purse, int messages, long tokens, CancellationToken cancel) =>
        Day(owner, day, purse)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Messages, row => Math.Max(0, row.Messages + messages))
                        .SetProperty(row => row.Tokens, row => Math.Max(0, row.Tokens + tokens)),
                cancel
            );

    private IQueryable<CoachUsage> Day(UserId owner, DateOnly day, Purse purse) =>
        db.CoachUsage.OwnedBy(owner).Where(row => row.Day == day && row.Purse == purse);
}
