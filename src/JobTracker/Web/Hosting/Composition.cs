using FluentValidation;
using JobTracker.Data.Idempotency;
using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Features.Admin;
using JobTracker.Features.Applications;
using JobTracker.Features.CalendarFeed;
using JobTracker.Features.Capture;
using JobTracker.Features.Coach;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Mock;
using JobTracker.Features.Coach.Practice;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Demo;
using JobTracker.Features.Files;
using JobTracker.Features.Home;
using JobTracker.Features.Interviews;
using JobTracker.Features.Mail;
using JobTracker.Features.Meta;
using JobTracker.Features.Quotas;
using JobTracker.Features.Reminders;
using JobTracker.Features.Search;
using JobTracker.Features.SearchSessions;
using JobTracker.Features.Shared;
using JobTracker.Features.Statistics;
using JobTracker.Features.Today;
using JobTracker.Features.Transfer.Export;
using JobTracker.Features.Transfer.Import;
using JobTracker.Features.Upkeep;
using JobTracker.Features.Writing;
using JobTracker.Web.Documents;
using JobTracker.Web.KeyRing;
using JobTracker.Web.Limits;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.ResponseCompression;

namespace JobTracker.Web.Hosting;

/// <summary>Everything the app is made of.</summary>
public static class Composition
{
    public static void AddJobTracker(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddLogs();
        builder.Apply();
        builder.UsePort();
        builder.AddDevelopmentSecrets();
        builder.AddSettings();
        builder.AddAi();
        builder.AddMail();
        builder.AddTelemetry();
        builder.AddCrossOrigin();
        services.AddSingleton(TimeProvider.System);
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddJobTrackerKeyRing();
        services.AddSignInSchemes(builder.Environment);
        services.AddHttp();
        services.AddRules();
        services.AddPasswords().AddAccounts().AddApplications().AddDeliverables().AddWriting().AddInterviews().AddFiles().AddMeta();
        services.AddCoachContext().AddConversations().AddQuestionBank().AddMockInterviews().AddScoped<ComposePrompt>();
        services.AddCalendar().AddSearchSessions().AddCapture();
        services.AddImports();
        services.AddAdmin();
        services.AddScoped<Throttles>().AddScoped<IdempotencyStore>().AddScoped<CurrentUser>().AddScoped<JsonPatching>();
        services.AddScoped<CleanUp>().AddHostedService<UpkeepTimer>();
        services.AddReminders();
        services.AddScoped<SeedDemo>();
        services.AddScoped<CurrentFrame>().AddScoped<CurrentPlaces>().AddScoped<OwnHosts>();
        services.AddStatistics();
        services.AddExports();
        services.AddScoped<FindAnything>().AddScoped<ReadToday>().AddScoped<ComposeToday>();
    }

    private static void AddHttp(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => JsonConventions.Apply(options.SerializerOptions));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<UnreadableRequestHandler>();
        services.AddExceptionHandler<DatabaseAwayHandler>();
        services.AddExceptionHandler<BugHandler>();
        services.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = TooLate.After(KestrelLimits.Request);
            options.AddPolicy(Transfers.Policy, TooLate.After(KestrelLimits.Transfer));
        });
        // A page's only secret beside the person's own data is the form token, and that is drawn anew for each answer: guessing by size
        // (BREACH) has nothing to learn from.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/calendar"];
        });
        services.AddRequestLimits();
        services.AddHealth();
        services.AddDocuments();
        services.AddFormTexts();
        services.AddMarkup();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            options.Conventions.AuthorizeFolder("/");
            options.Conventions.AllowAnonymousToFolder("/Home");
            options.Conventions.AuthorizeFolder("/Admin", SignInSchemes.Administrators);
        });
    }

    private static void AddSettings(this WebApplicationBuilder builder) =>
        builder
            .AddSettings<QuotasOptions>(QuotasOptions.Section)
            .AddSettings<LimitsOptions>(LimitsOptions.Section)
            .AddSettings<HashingLimits>(HashingLimits.Section)
            .AddSettings<RegistrationOptions>(RegistrationOptions.Section)
            .AddSettings<AdminOptions>(AdminOptions.Section)
            .AddSettings<LegalOptions>(LegalOptions.Section)
            .AddSettings<ProxiesOptions>(ProxiesOptions.Section)
            .AddSettings<ShutdownOptions>(ShutdownOptions.Section)
            .AddSettings<DatabaseOptions>(DatabaseOptions.Section)
            .AddSettings<DemoOptions>(DemoOptions.Section);

    /// <summary>Every validator under its own type, as the use cases ask for it. One for all requests: their messages are made when they are needed.</summary>
    private static void AddRules(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Composition).Assembly))
            services.AddScoped(found.ValidatorType);
    }
}
