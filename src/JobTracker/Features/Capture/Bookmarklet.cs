using System.Text.Json;

namespace JobTracker.Features.Capture;

/// <summary>
/// A bookmark that is a small program: on somebody else's page it opens the form here with that page's address, title and selected text. It
/// only opens an address, so that the rules of that page (its content security policy) have nothing to forbid, and nothing of it is sent
/// before the person sees it.
/// </summary>
public static class Bookmarklet
{
    /// <summary>Where the form is.</summary>
    public const string FormPath = "/applications/add";

    // A server takes a first line of about eight thousand characters: what is selected gives way first, then the title.
    private const int MostQuery = 6000;
    private const int MostTitle = 300;

    /// <param name="site">Where people reach this site.</param>
    /// <returns>A <c>javascript:</c> address, as a bookmark holds it.</returns>
    public static string For(Uri site)
    {
        var form = JsonSerializer.Serialize(new Uri(site, FormPath).ToString());
        var program = $$"""
            (()=>{const q=new URLSearchParams({link:location.href,title:document.title.slice(0,{{MostTitle}}),text:String(getSelection())});
            while(String(q).length>{{MostQuery}}&&q.get('text'))q.set('text',q.get('text').slice(0,q.get('text').length*.8|0));
            if(String(q).length>{{MostQuery}})q.set('title','');
            const u={{form}}+'?'+q;open(u,'_blank','noopener')})()
            """.ReplaceLineEndings("");
        return "javascript:" + Uri.EscapeDataString(program);
    }
}
