using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Devices;
using JobTracker.Features.Admin;
using JobTracker.Features.Applications;
using JobTracker.Features.CalendarFeed;
using JobTracker.Features.Capture;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Keys;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Files;
using JobTracker.Features.Interviews;
using JobTracker.Features.Meta;
using JobTracker.Features.SearchSessions;
using JobTracker.Features.Statistics;
using JobTracker.Features.Transfer.Export;
using JobTracker.Features.Transfer.Import;
using JobTracker.Features.Writing;
using JobTracker.Kernel;
using JobTracker.Web.Bearer;
using JobTracker.Web.Documents;
using JobTracker.Web.Idempotency;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Authorization;

namespace JobTracker.Web.Hosting;

/// <summary>The way of a request through the app.</summary>
public static class Pipeline
{
    public static void UseJobTracker(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<RequestLog>();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseCulturesOfPrograms();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => false, ExceptionHandlingPath = "/error/500" }
        );
        app.UseStatusCodeAnswers();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseDocumentPages();
        app.UseRouting();
        app.UseCrossOrigin();
        app.UseUploadLimit();
        app.UseAuthentication();
        app.UseCulturesOfPeople(context => context.Features.Get<SignedInPerson>()?.Locale);
        app.UseNoStoreWhenSignedIn();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        // After authorisation, which reads the token: requests are counted by person.
        app.UseRateLimiter();
        app.UseJsonInUtf8();
        app.UseMiddleware<OnceMore>();
        app.UseMiddleware<IdempotencyMiddleware>();

        app.MapStaticAssets().AllowAnonymous().ShortCircuit();
        app.MapHealth();
        app.MapMeta();
        app.MapCapture();
        app.MapDocuments();
        app.MapPrograms();
        app.MapRazorPages().WithStaticAssets();
    }

    /// <summary>Every route of <c>/api</c> takes a token and nothing else, unless it says that it is public.</summary>
    private static void MapPrograms(this WebApplication app)
    {
        var api = app.MapGroup("")
            .RequireAuthorization(new AuthorizationPolicyBuilder(BearerDefaults.AuthenticationScheme).RequireAuthenticatedUser().Build());
        api.MapAccounts();
        api.MapDevices();
        api.MapAdmin();
        api.MapKeys();
        api.MapApplications();
        api.MapDeliverables();
        api.MapInterviews();
        api.MapWriting();
        api.MapSearchSessions();
        api.MapFiles();
        api.MapStatistics();
        api.MapExports();
        api.MapCalendar();
        api.MapImports();
        api.MapCoachContext();
        api.MapConversations();
        api.MapQuestionBank();
    }
}
