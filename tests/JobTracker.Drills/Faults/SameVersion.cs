using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JobTracker.Drills.Load;
using JobTracker.Drills.Staging;
using JobTracker.Testing;

namespace JobTracker.Drills.Faults;

/// <summary>Several people, or tabs, change the row that they all saw.</summary>
internal sealed class SameVersion : Drill
{
    private const int Editors = 8;

    public override string Name => "same-version";

    public override string Fault => "several edits of one row at once, over both processes";

    public override string Expects => "one wins, the others get 412; the row is the winner's";

    public override async Task RunAsync(Ground ground, Findings findings, CancellationToken cancel)
    {
        var stage = await ground.StageAsync(cancel);
        using var one = stage.One.Client();
        using var two = stage.Two.Client();
        using var person = await People.RegisterAsync(stage.One.Client(), "editor");
        var row = await person.AddAsync();
        var (path, version) = ($"/api/applications/{row.Text("id")}", row["version"]!.GetValue<int>());
        // Each process has done it once before it is judged: the first time is the compiler's.
        foreach (var client in new[] { one, two })
        {
            await EditAsync(client, "first");
            version = (await person.GetAsync(path))["version"]!.GetValue<int>();
        }
        var rounds = ground.Quick ? 10 : 50;
        for (var round = 0; round < rounds; round++)
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, Editors).Select(editor => EditAsync(editor % 2 == 0 ? one : two, $"{round}/{editor}"))
            );
            string[] winners = [.. answers.Where(answer => answer.Status == 200).Select(answer => answer.Comment)];
            findings.Expect(
                winners.Length == 1 && answers.Count(answer => answer.Status == 412) == Editors - 1,
                $"round {round}: {string.Join(", ", answers.CountBy(answer => answer.Status).Select(count => $"{count.Value} × {count.Key}"))}"
            );
            var now = await person.GetAsync(path);
            findings.Expect(
                winners.Contains(now.Text("comment"), StringComparer.Ordinal),
                $"round {round}: the row is {now.Text("comment")}, the winner wrote {string.Join(" and ", winners)}"
            );
            findings.Expect(now["version"]!.GetValue<int>() == version + 1, $"round {round}: one edit raised the version by more than one");
            version = now["version"]!.GetValue<int>();
        }
        findings.Note($"{rounds} rounds of {Editors} edits: one winner each");

        async Task<(int Status, string Comment)> EditAsync(HttpClient client, string comment)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, path)
            {
                Content = JsonContent.Create(
                    new JsonObject
                    {
                        ["company"] = "Kestrel Maps",
                        ["position"] = "Engineer",
                        ["comment"] = comment,
                    }
                ),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
            request.Headers.Add("If-Match", $"\"{version}\"");
            using var answer = await client.SendAsync(request, cancel);
            return ((int)answer.StatusCode, comment);
        }
    }
}
