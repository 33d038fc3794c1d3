using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using JobTracker.Web.Documents;
using Microsoft.AspNetCore.Authentication;

namespace JobTracker.Features.Meta;

/// <summary>Limits and usage, for programs: <c>/meta</c>.</summary>
public static class MetaModule
{
    public static IServiceCollection AddMeta(this IServiceCollection services) =>
        services.AddScoped<ReadMeta>().AddScoped<UserQuota>().AddScoped<ApplicationQuota>();

    public static void MapMeta(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/meta", Read).AllowAnonymous().In(MetaContract.Chapter).Is(MetaContract.Read);

    private static async Task<IResult> Read(ReadMeta read, HttpContext http, CancellationToken cancel)
    {
        var token = await http.AuthenticateAsync(BearerDefaults.AuthenticationScheme);
        UserId? reader =
            token.Succeeded && Guid.TryParse(token.Principal.FindFirst(BearerDefaults.UserIdClaim)?.Value, out var id)
                ? new UserId(id)
                : null;
        return TypedResults.Ok(await read.RunAsync(reader, cancel));
    }
}
