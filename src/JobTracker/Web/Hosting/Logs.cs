using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace JobTracker.Web.Hosting;

/// <summary>Logs on the console: lines for people in Development, JSON for machines elsewhere. The framework's own request lines are off, since they hold paths and queries.</summary>
public static class Logs
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var setup = Rules(builder.Configuration);
        if (builder.Environment.IsDevelopment())
            setup.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        else
            setup.WriteTo.Console(new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture));
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(setup.CreateLogger(), dispose: true);
    }

    /// <summary>What is logged and what never is, wherever it goes.</summary>
    public static LoggerConfiguration Rules(IConfiguration configuration) =>
        new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // It says where the site listens.
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override(typeof(Bearer.BearerHandler).FullName!, LogEventLevel.Warning)
            // They quote statements and rows; our own handlers tell what went wrong.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            // Its warnings quote the values of parameters and the paths of requests.
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogEventLevel.Fatal)
            // The address is taken, and the like: whoever starts the app reads a sentence instead (StartupSentences).
            .Filter.ByExcluding(line => line.MessageTemplate.Text == "Hosting failed to start")
            .Enrich.With<WithoutPath>()
            .ReadFrom.Configuration(configuration);

    /// <summary>The framework adds the path to every line of a request, and a path may hold what people wrote or a secret address.</summary>
    private sealed class WithoutPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
