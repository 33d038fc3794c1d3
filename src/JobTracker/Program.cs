using System.Text.Encodings.Web;
using System.Text.Unicode;
using JobTracker.Features.Home;
using JobTracker.Features.Shared;
using Microsoft.Extensions.WebEncoders;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLocalization(options => options.ResourcesPath = "Resources");

// Only what HTML needs escaped is escaped: accents written as entities would make French pages a fifth longer.
builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
builder.Services.AddScoped<CurrentFrame>();
builder.Services.AddScoped<CurrentPlaces>();
builder.Services.AddOptions<LegalOptions>().BindConfiguration(LegalOptions.Section);

var app = builder.Build();
app.UseExceptionHandler("/error/500");
app.UseRequestLocalization(options => options.SetDefaultCulture("en").AddSupportedCultures("en", "fr").AddSupportedUICultures("en", "fr"));
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.Use(
    (http, next) =>
    {
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        return next(http);
    }
);
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
