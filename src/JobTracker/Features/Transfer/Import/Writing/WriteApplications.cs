using JobTracker.Features.Transfer.Document;
using Npgsql;

namespace JobTracker.Features.Transfer.Import.Writing;

/// <summary>Writes a batch of applications with everything under them, parents before children.</summary>
internal static class WriteApplications
{
    public static async Task RunAsync(
        NpgsqlConnection connection,
        Guid owner,
        IReadOnlyList<KeptApplication> rows,
        Func<KeptFile, byte[]> bytes,
        CancellationToken cancel
    )
    {
        await RowTables.Applications.CopyAsync(connection, rows.Select(row => new Owned<KeptApplication>(owner, Under: null, row)), cancel);
        await RowTables.Changes.CopyAsync(connection, Parts(owner, rows, row => row.History), cancel);
        await RowTables.Notes.CopyAsync(connection, Parts(owner, rows, row => row.Writing), cancel);
        await RowTables.Deliverables.CopyAsync(connection, Parts(owner, rows, row => row.Deliverables), cancel);
        await RowTables.Interviews.CopyAsync(connection, Parts(owner, rows, row => row.Interviews), cancel);
        await RowTables.Files.CopyAsync(connection, Parts(owner, rows, row => row.Files), cancel);
        await CoachTables.Contents.CopyAsync(
            connection,
            rows.SelectMany(row => row.Files).Select(file => new OwnedBytes(owner, file.Id, bytes(file))),
            cancel
        );
        await CoachTables.Questions.CopyAsync(connection, Parts(owner, rows, row => row.Questions), cancel);
        await CoachTables.Conversations.CopyAsync(connection, Parts(owner, rows, row => row.Conversations), cancel);
        var talks = rows.SelectMany(row => row.Conversations, (row, talk) => (Application: row.Id, Talk: talk)).ToList();
        await CoachTables.Messages.CopyAsync(
            connection,
            talks.SelectMany(pair => pair.Talk.Messages, (pair, message) => new Owned<KeptMessage>(owner, pair.Talk.Id, message)),
            cancel
        );
        var mocks = talks.Where(pair => pair.Talk.Mock is not null).ToList();
        await CoachTables.Mocks.CopyAsync(
            connection,
            mocks.Select(pair => new OwnedMock(owner, pair.Talk.Id, pair.Application, pair.Talk.Mock!)),
            cancel
        );
        await CoachTables.Asked.CopyAsync(
            connection,
            mocks.SelectMany(pair => pair.Talk.Mock!.Asked, (pair, asked) => new Owned<KeptMockQuestion>(owner, pair.Talk.Id, asked)),
            cancel
        );
    }

    private static IEnumerable<Owned<T>> Parts<T>(
        Guid owner,
        IEnumerable<KeptApplication> rows,
        Func<KeptApplication, IEnumerable<T>> parts
    ) => rows.SelectMany(parts, (row, part) => new Owned<T>(owner, row.Id, part));
}
