using JobTracker.Kernel;
using Microsoft.AspNetCore.Http.Extensions;

namespace JobTracker.Features.Writing;

/// <summary>The addresses of the list with one filter more or less, so that every filter is a link and works without JavaScript.</summary>
/// <param name="query">The filters that are on.</param>
/// <param name="into">The application that a text is looked for.</param>
public sealed class NoteLinks(NoteQuery query, Guid? into)
{
    public const string Path = "/writing";

    /// <summary>The bank is what the page begins with.</summary>
    public bool IsBank => query.ApplicationId is null && query.Bank != false;

    public bool IsAll => query.ApplicationId is null && query.Bank == false;

    public bool IsFiltered =>
        !string.IsNullOrWhiteSpace(query.Q) || !string.IsNullOrWhiteSpace(query.Tag) || query.ApplicationId is not null;

    public bool Has(string tag) => Folding.Fold(tag) == Folding.Fold(query.Tag);

    public string InBank() => Url(query with { ApplicationId = null, Bank = null });

    public string Everywhere() => Url(query with { ApplicationId = null, Bank = false });

    public string In(Guid application) => Url(query with { ApplicationId = application, Bank = null });

    public string With(string tag) => Url(query with { Tag = tag });

    public string WithoutTag() => Url(query with { Tag = null });

    public string After(string cursor) => Url(query, cursor);

    public string First() => Url(query);

    /// <summary>Without any filter.</summary>
    public string Clear() => Url(new NoteQuery());

    /// <summary>Every note with a tag, wherever it belongs.</summary>
    public static string Tagged(string tag) => Path + new QueryBuilder { { "tag", tag }, { "bank", "false" } };

    private string Url(NoteQuery to, string? cursor = null)
    {
        var parts = new QueryBuilder();
        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add(name, value);
        }
        Say("q", to.Q);
        Say("tag", to.Tag);
        Say("application_id", to.ApplicationId?.ToString());
        Say("bank", to.Bank == false ? "false" : null);
        Say("into", into?.ToString());
        Say("cursor", cursor);
        return Path + parts;
    }
}
