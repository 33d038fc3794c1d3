using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Coach.Mock;

/// <summary>The reads that several use cases of this feature begin with.</summary>
internal static class MockReads
{
    /// <summary>The row, locked until the transaction ends: what happens in one interview follows each other.</summary>
    public static Task<MockInterview?> LockMockAsync(this JobTrackerDb db, UserId owner, Guid id, CancellationToken cancel) =>
        db
            .MockInterviews.FromSql($"select * from mock_interviews where user_id = {owner.Value} and id = {id} for update")
            .OwnedBy(owner)
            .SingleOrDefaultAsync(cancel);

    /// <summary>Its questions in order, each follow-up behind its question.</summary>
    public static Task<List<MockQuestion>> QuestionsOfAsync(this JobTrackerDb db, UserId owner, Guid mock, CancellationToken cancel) =>
        db
            .MockQuestions.OwnedBy(owner)
            .Where(row => row.MockId == mock)
            .OrderBy(row => row.Number)
            .ThenBy(row => row.IsFollowUp)
            .ToListAsync(cancel);
}
