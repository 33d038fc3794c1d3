using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Transfer.Export;

/// <summary>
/// In which pieces somebody's rows are read: their ids in the order of the export, in batches that are neither too many rows nor too much text.
/// The ids of all are held, 16 bytes each, so that no batch needs to sort anything again.
/// </summary>
public sealed class ReadBatches(JobTrackerDb db)
{
    private const int MostRows = 200;
    private const long MostBytes = 4_000_000;

    /// <param name="Id">Of an application, a note of the bank or a session.</param>
    /// <param name="Bytes">About so much text comes with it. No text is read to know that.</param>
    private sealed record Line(Guid Id, long Bytes);

    public async Task<IReadOnlyList<Guid[]>> ApplicationsAsync(UserId owner, CancellationToken cancel) =>
        await CutAsync(
            $"""
            select own.id as "Id",
                (coalesce(octet_length(own.posting), 0) + coalesce(octet_length(own.comment), 0) + coalesce(part.bytes, 0))::bigint as "Bytes"
            from applications as own
            left join (
                select application_id, sum(bytes) as bytes
                from (
                    select application_id, 500 + coalesce(octet_length(content), 0) as bytes from deliverables where user_id = {owner.Value}
                    union all
                    select application_id, 500 + octet_length(content) from writing_notes
                    where user_id = {owner.Value} and application_id is not null
                    union all
                    select application_id, 500 + coalesce(octet_length(comment), 0) + coalesce(octet_length(debrief), 0) from interviews
                    where user_id = {owner.Value}
                    union all
                    select application_id, 500 from coach_questions where user_id = {owner.Value}
                    union all
                    select talk.application_id, 500 + octet_length(said.text) from coach_messages as said
                    join coach_conversations as talk on talk.user_id = said.user_id and talk.id = said.conversation_id
                    where said.user_id = {owner.Value} and talk.user_id = {owner.Value}
                    union all
                    select mock.application_id, 3000 + coalesce(octet_length(asked.answer), 0) + coalesce(octet_length(asked.prose), 0)
                    from mock_questions as asked
                    join mock_interviews as mock on mock.user_id = asked.user_id and mock.id = asked.mock_id
                    where asked.user_id = {owner.Value} and mock.user_id = {owner.Value}
                ) as parts
                group by application_id
            ) as part on part.application_id = own.id
            where own.user_id = {owner.Value} and own.deleted_at is null
            order by own.created_at, own.id
            """,
            cancel
        );

    /// <summary>Of the writing bank.</summary>
    public async Task<IReadOnlyList<Guid[]>> NotesAsync(UserId owner, CancellationToken cancel) =>
        await CutAsync(
            $"""
            select id as "Id", octet_length(content)::bigint as "Bytes" from writing_notes
            where user_id = {owner.Value} and application_id is null
            order by created_at, id
            """,
            cancel
        );

    public async Task<IReadOnlyList<Guid[]>> SessionsAsync(UserId owner, CancellationToken cancel) =>
        await CutAsync(
            $"""
            select id as "Id", entries * 1000::bigint as "Bytes" from search_sessions
            where user_id = {owner.Value}
            order by started_at, id
            """,
            cancel
        );

    private async Task<IReadOnlyList<Guid[]>> CutAsync(FormattableString sql, CancellationToken cancel)
    {
        List<Guid[]> batches = [];
        List<Guid> batch = [];
        var bytes = 0L;
        await foreach (var line in db.Database.SqlQuery<Line>(sql).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (batch.Count == MostRows || (batch.Count > 0 && bytes + line.Bytes > MostBytes))
            {
                batches.Add([.. batch]);
                batch.Clear();
                bytes = 0;
            }
            batch.Add(line.Id);
            bytes += line.Bytes;
        }
        if (batch.Count > 0)
            batches.Add([.. batch]);
        return batches;
    }
}
