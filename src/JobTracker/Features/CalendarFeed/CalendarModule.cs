using System.Security.Cryptography;
using System.Text;
using JobTracker.Features.Accounts;
using JobTracker.Features.Mail;
using JobTracker.Features.Shared;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace JobTracker.Features.CalendarFeed;

/// <summary>The calendar: its secret address, and what programs find there.</summary>
public static class CalendarModule
{
    private const string MediaType = "text/calendar";

    public static IServiceCollection AddCalendar(this IServiceCollection services) =>
        services.AddScoped<ReadCalendar>().AddScoped<ShareCalendar>().AddScoped<OpenCalendar>().AddScoped<ComposeEvents>();

    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var calendar = routes.MapGroup("/api/calendar").In(CalendarContract.Chapter).WithMetadata(new FreshSignInAttribute());
        calendar.MapGet("", Read).Is(CalendarContract.Read);
        calendar.MapPost("", Share).Is(CalendarContract.Share);
        calendar.MapDelete("", Stop).Is(CalendarContract.Stop);
        routes.MapGet("/calendar/{token}.ics", Open).AllowAnonymous().In(CalendarContract.Chapter).Is(CalendarContract.Open);
    }

    private static async Task<IResult> Read(ReadCalendar read, CurrentUser user, CancellationToken cancel) =>
        TypedResults.Ok(await read.RunAsync(user.Id, cancel));

    private static async Task<IResult> Share(
        ShareCalendar share,
        CurrentUser user,
        SiteLinks links,
        HttpContext http,
        CancellationToken cancel
    ) =>
        (await share.StartAsync(user.Id, cancel)).ToHttp(path =>
            TypedResults.Created("/api/calendar", new CalendarContract.Shared(links.AddressOf(path, http.Request)))
        );

    private static async Task<IResult> Stop(ShareCalendar share, CurrentUser user, CancellationToken cancel)
    {
        await share.StopAsync(user.Id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Open(OpenCalendar open, string token, HttpContext http, CancellationToken cancel) =>
        (await open.RunAsync(token, cancel)).ToHttp(text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            http.Response.Headers.CacheControl = "private, no-cache";
            http.Response.Headers.ContentDisposition = "inline; filename=\"jobtracker.ics\"";
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
            return TypedResults.Bytes(bytes, $"{MediaType}; charset=utf-8", entityTag: tag);
        });
}
