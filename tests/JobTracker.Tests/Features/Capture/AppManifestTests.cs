using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace JobTracker.Tests.Features.Capture;

public sealed class AppManifestTests(SharedApp shared)
{
    [Theory]
    [InlineData("en", "Add application")]
    [InlineData("fr", "Ajouter une candidature")]
    public async Task The_manifest_speaks_the_reader_s_language(string language, string shortcut)
    {
        var manifest = await ManifestAsync(language);
        Assert.Equal(language, manifest["lang"]!.GetValue<string>());
        Assert.Equal(shortcut, manifest["shortcuts"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_icon_is_there_in_the_size_that_is_promised()
    {
        using var client = new HttpClient { BaseAddress = shared.App.Address };
        foreach (var icon in (await ManifestAsync("en"))["icons"]!.AsArray())
        {
            var bytes = await client.GetByteArrayAsync(new Uri(icon!["src"]!.GetValue<string>(), UriKind.Relative));
            // The size stands in a PNG's first chunk.
            var (width, height) = (
                BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)),
                BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))
            );
            Assert.Equal(icon["sizes"]!.GetValue<string>(), $"{width}x{height}");
        }
    }

    [Fact]
    public async Task What_is_shared_goes_to_the_form_by_an_address_that_changes_nothing()
    {
        var target = (await ManifestAsync("en"))["share_target"]!;
        Assert.Equal("/applications/add", target["action"]!.GetValue<string>());
        Assert.Equal("GET", target["method"]!.GetValue<string>());
        Assert.Equal("""{"title":"title","text":"text","url":"link"}""", target["params"]!.ToJsonString());
    }

    [Fact]
    public async Task The_worker_may_answer_for_the_whole_site_and_is_never_kept_back()
    {
        using var client = new HttpClient { BaseAddress = shared.App.Address };
        using var answer = await client.GetAsync(new Uri("/build/service-worker.js", UriKind.Relative));
        Assert.Equal("/", answer.Headers.GetValues("Service-Worker-Allowed").Single());
        Assert.True(answer.Headers.CacheControl!.NoCache);
        using var script = await client.GetAsync(new Uri("/build/site.js", UriKind.Relative));
        Assert.False(script.Headers.Contains("Service-Worker-Allowed"));
    }

    private async Task<JsonObject> ManifestAsync(string language)
    {
        using var client = new HttpClient { BaseAddress = shared.App.Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync(new Uri("/app.webmanifest", UriKind.Relative));
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        return (await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync()))!.AsObject();
    }
}
