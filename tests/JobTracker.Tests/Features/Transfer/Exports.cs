using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using JobTracker.Features.Transfer.Document;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;

namespace JobTracker.Tests.Features.Transfer;

/// <summary>Reading exports, and people who have something to export.</summary>
internal static class Exports
{
    public const string Json = "/api/export/json";
    public const string Csv = "/api/export/csv";
    public const string Excel = "/api/export/excel";

    /// <summary>The document, also out of an archive.</summary>
    public static async Task<byte[]> DocumentAsync(this TestUser user)
    {
        using var answer = await user.Client.GetAsync(Json);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(200, (int)answer.StatusCode);
        if (answer.Content.Headers.ContentType?.MediaType == "application/json")
            return bytes;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return archive.BytesOf("jobtracker.json");
    }

    public static async Task<JsonNode> ExportAsync(this TestUser user) => JsonNode.Parse(await user.DocumentAsync())!;

    /// <summary>The applications as the import will read them.</summary>
    public static IReadOnlyList<KeptApplication> Applications(this JsonNode document) =>
        document["applications"].Deserialize<List<KeptApplication>>(JobTracker.Features.Transfer.Document.DocumentFormat.Json)!;

    public static byte[] BytesOf(this ZipArchive archive, string name)
    {
        using var content = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Somebody with one row of every kind that is exported.</summary>
    public static async Task<Possessions> SomebodyAsync(JobTrackerApp app)
    {
        var somebody = await Possessions.CreateAsync(app);
        var application = somebody.Ids["/api/applications/{id:guid}"];
        using var noted = await somebody.User.Client.PostAsJsonAsync(
            "/api/writing",
            new
            {
                application_id = application,
                title = "Pourquoi eux",
                content = "Été",
                tags = new[] { "motivation, courte", "fr" },
            }
        );
        await noted.ReadAsync(201);
        await app.ExecuteAsync(
            $"""
            delete from search_sessions where user_id = {somebody.User.Id};
            insert into search_sessions (user_id, id, entries, started_at, finished_at)
            values ({somebody.User.Id}, gen_random_uuid(), 0, '2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z');
            insert into search_sessions (user_id, id, entries, started_at)
            values ({somebody.User.Id}, {Guid.Parse(application)}, 1, '2026-03-02T08:00:00Z');
            insert into search_entries (user_id, id, session_id, company, city, mission, link, created_at, added_at, version)
            values ({somebody.User.Id}, gen_random_uuid(), {Guid.Parse(application)}, 'Kestrel Maps', 'Lyon', 'Cartes',
                'https://example.org/1', '2026-03-02T08:00:00Z', '2026-03-02T10:00:00Z', 1);
            """
        );
        return somebody;
    }

    /// <summary>Gives somebody many applications with long texts.</summary>
    public static Task<int> FillAsync(this JobTrackerApp app, TestUser user, int number, int letters) =>
        app.ExecuteAsync(
            $"""
            insert into applications (user_id, id, company, position, status, comment, posting, is_favorite, company_key, search_text,
                created_at, updated_at, version)
            select {user.Id}, gen_random_uuid(), 'Company ' || n, 'Engineer', 'draft', 'As it was', repeat(md5(n::text), {letters} / 32), false,
                'company', '', now() - make_interval(secs => n), now(), 1
            from generate_series(1, {number}) as n;
            insert into status_changes (user_id, id, application_id, status, occurred_on, created_at)
            select user_id, id, id, 'draft', '2026-10-01', created_at from applications where user_id = {user.Id} on conflict do nothing;
            """
        );
}
