using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Questions;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class QuestionReads
{
    /// <summary>All of an application, by what they are about and then as they were made.</summary>
    public static async Task<List<PreparedQuestion>> QuestionsAsync(
        this JobTrackerDb db,
        UserId owner,
        Guid applicationId,
        CancellationToken cancel
    )
    {
        var rows = await db
            .PreparedQuestions.OwnedBy(owner)
            .Where(row => row.ApplicationId == applicationId)
            .OrderBy(row => row.Id)
            .ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Kind)];
    }

    /// <summary>The row, locked until the transaction ends.</summary>
    public static Task<PreparedQuestion?> LockQuestionAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .PreparedQuestions.FromSql($"select * from coach_questions where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);
}
