using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Shared;

/// <summary>What an Undo button posts to, and its word.</summary>
public sealed record FlashUndo(string Path, string Label);

/// <summary>Where else a message leads.</summary>
public sealed record FlashLink(string Path, string Label);

/// <summary>A message about what was just done, shown once in a corner and read out politely.</summary>
public sealed record Flash(string Text, FlashUndo? Undo = null, FlashLink? Link = null)
{
    private const string Key = "flash";

    // HTTP headers carry ASCII, which this serialiser's escapes keep to.
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Takes the message that the last page left, if any.</summary>
    public static Flash? Take(HttpContext http, ITempDataDictionary kept)
    {
        // Reading it makes MVC delete its cookie, which most requests do not even carry.
        var cookie = http.RequestServices.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie.Name!;
        var carried = http.Request.Cookies.ContainsKey(cookie) && kept[Key] is string json ? json : null;
        return carried is null ? null : JsonSerializer.Deserialize<Flash>(carried, Json);
    }

    internal void LeaveFor(PageModel page)
    {
        if (page.Request.IsSwapping() && !page.Response.Headers.ContainsKey(Htmx.Refresh))
            page.Response.Headers.Append(
                "HX-Trigger",
                JsonSerializer.Serialize(new Dictionary<string, Flash>(StringComparer.Ordinal) { [Key] = this }, Json)
            );
        else
            page.TempData[Key] = JsonSerializer.Serialize(this, Json);
    }
}

/// <summary>How pages say it.</summary>
public static class FlashPages
{
    /// <summary>Shows <paramref name="text"/> on the page that follows, or at once when htmx asked.</summary>
    public static void Flash(this PageModel page, string text, FlashUndo? undo = null, FlashLink? link = null) =>
        new Flash(text, undo, link).LeaveFor(page);
}
