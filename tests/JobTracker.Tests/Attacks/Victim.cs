using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using Npgsql;

namespace JobTracker.Tests.Attacks;

/// <summary>Somebody whose every sentence holds a word that no answer to anybody else may contain.</summary>
internal sealed class Victim : IDisposable
{
    public const string Word = "victims-canary-3c1f";

    /// <summary>Of the victim's own name, which administrators see.</summary>
    public const string Name = "victims-name-8a2e";

    /// <summary>Where people's own sentences stand.</summary>
    private static readonly string[] Sentences =
    [
        "applications.company",
        "applications.position",
        "applications.comment",
        "applications.posting",
        "status_changes.note",
        "writing_notes.title",
        "writing_notes.content",
        "deliverables.title",
        "interviews.location",
        "interviews.debrief",
        "files.name",
        "coach_conversations.title",
        "coach_messages.text",
        "coach_questions.text",
        "mock_questions.text",
        "search_entries.company",
        "search_entries.mission",
        "imports.name",
    ];

    private Victim(JobTrackerApp app, Possessions has, Tables before) => (App, Has, Before) = (app, has, before);

    public JobTrackerApp App { get; }
    public Possessions Has { get; }
    public Tables Before { get; }

    /// <summary>All ids of rows.</summary>
    public IReadOnlyList<string> Ids => [.. Has.Ids.Values.Distinct()];

    public static async Task<Victim> CreateAsync(AttackSite site)
    {
        var has = await site.SomebodyAsync();
        await has.User.AddAsync();
        await using var source = NpgsqlDataSource.Create(site.App.ConnectionString);
        foreach (var sentence in Sentences)
        {
            var (table, column) = (sentence.Split('.')[0], sentence.Split('.')[1]);
            await using var command = source.CreateCommand(
                $"update {table} set {column} = '{Word} ' || coalesce({column}, '') where user_id = $1"
            );
            command.Parameters.Add(new NpgsqlParameter { Value = has.User.Id });
            await command.ExecuteNonQueryAsync();
        }
        await site.App.ExecuteAsync($"update user_accounts set full_name = {Name} where user_id = {has.User.Id}");
        return new Victim(site.App, has, await Tables.OfAsync(site.App, has.User.Id));
    }

    /// <summary>Nothing of the victim's is other than it was.</summary>
    public async Task AssertUntouchedAsync() => (await Tables.OfAsync(App, Has.User.Id)).AssertUnchangedSince(Before, "Somebody else");

    public void Dispose() => Has.Dispose();
}
