using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace JobTracker.Features.Shared;

/// <summary>How Razor writes HTML on this site.</summary>
public static class Markup
{
    public static IServiceCollection AddMarkup(this IServiceCollection services)
    {
        // Only what HTML needs escaped is escaped: accents written as entities make French pages a fifth longer.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // No script reads the data-val attributes, and their texts are not the site's.
        return services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
    }
}
