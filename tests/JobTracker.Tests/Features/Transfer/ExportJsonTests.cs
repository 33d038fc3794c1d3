using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Transfer.Document;
using JobTracker.Testing;
using JobTracker.Tests.Features.Applications;
using JobTracker.Tests.Features.Files;
using JobTracker.Tests.Features.Writing;

namespace JobTracker.Tests.Features.Transfer;

public sealed class ExportJsonTests(SharedApp shared)
{
    private const string ApplicationId = "/api/applications/{id:guid}";

    [Fact]
    public async Task Every_kind_of_thing_stands_under_its_application_or_beside_them()
    {
        using var somebody = await Exports.SomebodyAsync(shared.App);
        var document = await somebody.User.ExportAsync();
        Assert.Equal(
            ["format", "format_version", "exported_at", "profile", "writing", "applications", "search_sessions"],
            document.AsObject().Select(member => member.Key)
        );
        Assert.Equal(("jobtracker", 1), (document.Text("format"), document["format_version"]!.GetValue<int>()));
        Assert.Equal(somebody.User.Email, document["profile"]!.Text("email"));
        var application = Assert.Single(document.Applications());
        Assert.Equal(["draft", "applied"], application.History.Select(change => $"{change.Status}".ToLowerInvariant()));
        var deliverable = Assert.Single(application.Deliverables);
        Assert.Equal(DeliverableKind.Other, deliverable.Kind);
        Assert.Equal(document["writing"]![0]!.Text("id"), deliverable.SourceWritingId.ToString());
        Assert.Equal(["motivation, courte", "fr"], Assert.Single(application.Writing).Tags);
        Assert.Single(application.Interviews);
        Assert.Single(application.Questions);
        var file = Assert.Single(application.Files);
        Assert.Equal($"files/{file.Id}/cv.pdf", file.Path);
        var talk = application.Conversations.Single(one => one.Mode == ConversationMode.Chat);
        Assert.Equal([MessageRole.User, MessageRole.Coach], talk.Messages.Select(message => message.Role));
        Assert.Equal(talk.Messages[0].Id, talk.Messages[1].AnswersId);
        var mock = application.Conversations.Single(one => one.Mode == ConversationMode.Mock).Mock!;
        Assert.Equal([1, 2, 3], mock.Asked.Select(question => question.Number));
        Assert.Equal("Because.", mock.Asked[0].Feedback!.Value.GetProperty("improved_answer").GetString());
        Assert.Equal([0, 1], document["search_sessions"]!.AsArray().Select(session => session!["entries"]!.AsArray().Count));
    }

    [Fact]
    public async Task Every_field_of_an_application_comes_out_as_it_is_stored()
    {
        using var user = await shared.App.RegisterAsync();
        var row = await user.AddAsync(Facts.Full());
        var kept = (await user.ExportAsync())["applications"]![0]!.AsObject();
        var parts = kept.Where(member => member.Value is JsonArray).Select(member => member.Key).ToList();
        foreach (var (name, value) in kept.Where(member => !parts.Contains(member.Key)))
            Assert.Equal(row[name]?.ToJsonString(), value?.ToJsonString());
    }

    [Fact]
    public async Task Two_exports_of_the_same_are_the_same_but_for_their_time()
    {
        using var somebody = await Exports.SomebodyAsync(shared.App);
        await shared.App.FillAsync(somebody.User, 450, 64);
        var (first, second) = (Lines(await somebody.User.DocumentAsync()), Lines(await somebody.User.DocumentAsync()));
        Assert.Equal(
            451,
            first.Count(line =>
                line.StartsWith("{\"id\"", StringComparison.Ordinal) && line.Contains("\"history\"", StringComparison.Ordinal)
            )
        );
        Assert.Equal(first.Where(IsNoTime), second.Where(IsNoTime));
        Assert.NotEqual(first.Single(line => !IsNoTime(line)), second.Single(line => !IsNoTime(line)));

        static bool IsNoTime(string line) => !line.StartsWith("\"exported_at\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accents_stay_readable()
    {
        using var user = await shared.App.RegisterAsync();
        await user.AddAsync(Facts.Of(("company", "Éclair & Fils <\"'😀>"), ("comment", "a\tb")));
        var text = Encoding.UTF8.GetString(await user.DocumentAsync());
        Assert.Contains("Éclair & Fils <\\\"'", text, StringComparison.Ordinal);
        Assert.Equal("Éclair & Fils <\"'😀>", (await user.ExportAsync())["applications"]![0]!.Text("company"));
        Assert.Equal("a\tb", (await user.ExportAsync())["applications"]![0]!.Text("comment"));
    }

    [Fact]
    public async Task What_is_deleted_stays_out_and_nothing_points_at_it()
    {
        using var user = await shared.App.RegisterAsync();
        var (kept, deleted) = ((await user.AddAsync()).Text("id"), (await user.AddAsync()).Text("id"));
        var note = await user.WriteAsync(("application_id", deleted));
        using var added = await user.SendAsync(
            HttpMethod.Post,
            "/api/deliverables",
            new
            {
                application_id = kept,
                title = "Letter",
                source_writing_id = note.Text("id"),
            }
        );
        await added.ReadAsync(201);
        Assert.NotNull((await user.ExportAsync()).Applications().Single(row => row.Deliverables.Count > 0).Deliverables[0].SourceWritingId);
        await user.KeepAsync(deleted, "cv.pdf", Samples.Pdf);
        using var gone = await user.SendAsync(HttpMethod.Delete, $"/api/applications/{deleted}");
        await gone.ReadAsync(204);

        // Its file is not there either, so that there is nothing to pack.
        using var answer = await user.Client.GetAsync(Exports.Json);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        var application = Assert.Single((await user.ExportAsync()).Applications());
        Assert.Equal(kept, application.Id.ToString());
        Assert.Null(Assert.Single(application.Deliverables).SourceWritingId);
    }

    [Fact]
    public async Task A_reply_that_is_being_written_is_kept_as_an_interrupted_one()
    {
        using var somebody = await Exports.SomebodyAsync(shared.App);
        var reply = Guid.Parse(somebody.Ids["/api/coach/conversations/{id:guid}/replies/{reply_id:guid}"]);
        await shared.App.ExecuteAsync(
            $"""
            update coach_messages set status = 'streaming', text = '', error_code = null, finished_at = null, lease_until = now() + interval '1 hour'
            where user_id = {somebody.User.Id} and id = {reply};
            insert into coach_chunks (user_id, reply_id, number, text)
            select {somebody.User.Id}, {reply}, 100 + n, 'part ' || n || ' ' from generate_series(1, 2) as n;
            """
        );
        var kept = (await somebody.User.ExportAsync())
            .Applications()
            .SelectMany(row => row.Conversations)
            .SelectMany(talk => talk.Messages)
            .Single(message => message.Id == reply);
        Assert.Equal((MessageStatus.Interrupted, "ai_interrupted"), (kept.Status, kept.ErrorCode));
        Assert.EndsWith("part 1 part 2 ", kept.Text, StringComparison.Ordinal);
        Assert.NotNull(kept.FinishedAt);
    }

    [Fact]
    public async Task An_account_with_files_gets_an_archive_with_all_their_bytes()
    {
        using var user = await shared.App.RegisterAsync();
        var application = (await user.AddAsync()).Text("id");
        byte[] large = Samples.PdfOf(300_000);
        Random.Shared.NextBytes(large.AsSpan(Samples.Pdf.Length));
        await user.KeepAsync(application, "Lettre é: v2?.txt", Samples.Text);
        await user.KeepAsync(application, "cv.pdf", large);
        await user.KeepAsync(application, "cv.pdf", Samples.Pdf);
        using var answer = await user.Client.GetAsync(Exports.Json);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.ToString());
        Assert.EndsWith(".zip", answer.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = JsonNode.Parse(archive.BytesOf("jobtracker.json"))!.Applications()[0].Files;
        Assert.Equal(["jobtracker.json", .. files.Select(file => file.Path)], archive.Entries.Select(entry => entry.FullName));
        Assert.Equal($"files/{files[0].Id}/Lettre é_ v2_.txt", files[0].Path);
        Assert.Equal("Lettre é: v2?.txt", files[0].Name);
        Assert.Equal([Samples.Text, large, Samples.Pdf], files.Select(file => archive.BytesOf(file.Path)));
        Assert.True(archive.GetEntry(files[1].Path)!.CompressedLength >= large.Length);
    }

    [Fact]
    public async Task Nobody_gets_anything_of_somebody_else()
    {
        using var somebody = await Exports.SomebodyAsync(shared.App);
        using var other = await shared.App.RegisterAsync();
        var document = await other.ExportAsync();
        Assert.Equal(other.Email, document["profile"]!.Text("email"));
        foreach (var list in new[] { "writing", "applications", "search_sessions" })
            Assert.Empty(document[list]!.AsArray());
        Assert.Equal("id,company", (await other.Client.GetStringAsync(Exports.Csv)).TrimStart('\uFEFF')[..10]);
        Assert.Single((await other.Client.GetStringAsync(Exports.Csv)).Trim().Split('\n'));
    }

    private static string[] Lines(byte[] document) => [.. Encoding.UTF8.GetString(document).Split('\n').Select(line => line.TrimEnd(','))];
}
