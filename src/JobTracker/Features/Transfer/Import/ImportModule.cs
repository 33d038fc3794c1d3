using System.ComponentModel;
using JobTracker.Features.Accounts;
using JobTracker.Features.Shared;
using JobTracker.Features.Transfer.Import.Checks;
using JobTracker.Features.Transfer.Import.Matching;
using JobTracker.Features.Transfer.Import.Uploads;
using JobTracker.Kernel;
using JobTracker.Web;
using JobTracker.Web.Documents;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import;

/// <summary>The import, for programs: <c>/api/import</c>.</summary>
public static class ImportModule
{
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services
            .AddSingleton<ImportGate>()
            .AddScoped<CheckRows>()
            .AddScoped<CheckConversations>()
            .AddScoped<CheckFiles>()
            .AddScoped<SurveyFile>()
            .AddScoped<ReadExisting>()
            .AddScoped<ReadTerms>()
            .AddScoped<WriteFile>()
            .AddScoped<ImportFile>()
            .AddScoped<TakeUpload>()
            .AddScoped<KeepUpload>()
            .AddScoped<OpenUpload>()
            .AddScoped<ReadUpload>()
            .AddScoped<PreviewUpload>()
            .AddScoped<StartImport>()
            .AddScoped<CancelImport>()
            .AddScoped<UploadProgress>()
            .AddScoped<RunImport>()
            .AddSingleton<ImportRunner>()
            .AddHostedService(provider => provider.GetRequiredService<ImportRunner>());

    public static void MapImports(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/api/import")
            .In(ImportContract.Chapter)
            .MapPostWithQuery("", Import)
            .WithMetadata(new TakesFileAttribute { Most = TemporaryFile.Most })
            .WithMetadata(new FreshSignInAttribute())
            .Is(ImportContract.Import)
            .WithRequestTimeout(Transfers.Policy);

    private static async Task<IResult> Import(
        TakeUpload take,
        OwnHosts hosts,
        CurrentUser user,
        HttpRequest request,
        IStringLocalizer<Texts> t,
        [FromQuery(Name = "dry_run"), Description("Only says what would come of it; nothing is written.")] bool? dryRun,
        [FromQuery(Name = "skip_errors"), Description("Leaves out rows with errors; otherwise one of them stops everything.")]
            bool? skipErrors,
        [FromQuery(Name = "fit_quota"), Description("Takes as many as there are places, in the order of the file; otherwise all or none.")]
            bool? fitQuota,
        [FromQuery(Name = "take_profile"), Description("Takes name and settings over too, if the file has them; never the address.")]
            bool? takeProfile,
        CancellationToken cancel
    )
    {
        var choices = new ImportChoices
        {
            DryRun = dryRun ?? false,
            SkipErrors = skipErrors ?? false,
            FitQuota = fitQuota ?? false,
            TakeProfile = takeProfile ?? false,
        };
        var sent = await UploadParts.OfAsync(request, t, cancel);
        if (sent is not Done<UploadParts> { Value: var (file, mapping) })
            return ((Failed<UploadParts>)sent).Failure.ToProblem();
        await using (file)
            return (await take.RunAsync(user.Id, file, mapping, hosts.All, choices, cancel)).ToHttp(TypedResults.Ok);
    }
}
