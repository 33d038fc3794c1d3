using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Capture;

/// <summary>The web application manifest (W3C): lets a phone or a desktop install the site, and puts it into the share menu.</summary>
public sealed record AppManifest
{
    /// <summary>The background of the light theme.</summary>
    private const string Paper = "#f8f5f0";

    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Description { get; init; }
    public required string Lang { get; init; }
    public string Id { get; init; } = "/";
    public string StartUrl { get; init; } = "/";
    public string Scope { get; init; } = "/";
    public string Display { get; init; } = "standalone";
    public string BackgroundColor { get; init; } = Paper;
    public string ThemeColor { get; init; } = Paper;
    public required IReadOnlyList<Icon> Icons { get; init; }
    public required IReadOnlyList<Shortcut> Shortcuts { get; init; }
    public ShareTarget ShareTarget { get; init; } = new();

    public sealed record Icon(string Src, string Sizes, string Type, string Purpose);

    public sealed record Shortcut(string Name, string Url);

    public static AppManifest In(string language, IStringLocalizer t) =>
        new()
        {
            Name = "JobTracker",
            ShortName = "JobTracker",
            Description = t["Every application, its dates and its documents in one calm place."],
            Lang = language,
            Icons =
            [
                new("/icons/icon-192.png", "192x192", "image/png", "any"),
                new("/icons/icon-512.png", "512x512", "image/png", "any"),
                new("/icons/maskable-512.png", "512x512", "image/png", "maskable"),
            ],
            Shortcuts = [new(t["Add application"], Bookmarklet.FormPath), new(t["Board"], "/board"), new(t["Interviews"], "/interviews")],
        };
}

/// <summary>What the share menu of a phone sends, and where: an address that fills in the form and changes nothing.</summary>
public sealed record ShareTarget
{
    public string Action { get; init; } = Bookmarklet.FormPath;
    public string Method { get; init; } = "GET";
    public Names Params { get; init; } = new();

    /// <summary>What each part is called in the address.</summary>
    public sealed record Names
    {
        public string Title { get; init; } = "title";
        public string Text { get; init; } = "text";

        /// <summary>The form's own name for it.</summary>
        [JsonPropertyName("url")]
        public string Link { get; init; } = "link";
    }
}
