using System.Diagnostics;
using JobTracker.Features.Coach.Providers;
using JobTracker.Features.Mail.Delivery;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace JobTracker.Web.Hosting;

/// <summary>
/// Spans and numbers to a collector, over OTLP (https://opentelemetry.io/docs/specs/otlp/), as soon as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says
/// where it is. A collector that is away costs nothing but its own data. The SDK reads its other <c>OTEL_*</c> variables itself.
/// </summary>
public static class Telemetry
{
    /// <summary>The setting that switches it on.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolKey = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string OverHttp = "http/protobuf";
    private const string OverGrpc = "grpc";
    private const string ServiceName = "jobtracker";

    // Paths and queries hold secret addresses and what people look for; the route's pattern says enough.
    private static readonly string[] Unwanted =
    [
        "url.path",
        "url.query",
        "url.full",
        "http.target",
        "http.url",
        "user_agent.original",
        "client.address",
    ];

    private static readonly string[] Spans = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", CoachInstruments.Name];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.RateLimiting",
        "System.Net.Http",
        "System.Runtime",
        "Npgsql",
        CoachInstruments.Name,
        MailInstruments.Name,
        QuotaInstruments.Name,
    ];

    /// <exception cref="StartupException">A setting cannot be meant.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[EndpointKey] is not { Length: > 0 } address)
            return;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new StartupException($"{EndpointKey} must be the address of a collector, such as http://collector:4318.");
        var protocol = builder.Configuration[ProtocolKey] switch
        {
            null or "" or OverHttp => OtlpExportProtocol.HttpProtobuf,
            OverGrpc => OtlpExportProtocol.Grpc,
            _ => throw new StartupException($"{ProtocolKey} must be {OverHttp} or {OverGrpc}."),
        };
        builder.Services.AddHostedService(_ => new Export(endpoint, protocol));
    }

    /// <summary>Runs as long as the app; what is left is sent when it stops.</summary>
    private sealed class Export(Uri endpoint, OtlpExportProtocol protocol) : IHostedService, IDisposable
    {
        private TracerProvider? spans;
        private MeterProvider? numbers;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService(ServiceName).AddEnvironmentVariableDetector();
            spans = Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(Spans)
                .AddProcessor(new WithoutSecrets())
                .AddOtlpExporter(options => SetUp(options, "v1/traces"))
                .Build();
            numbers = Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Meters)
                .AddOtlpExporter(options => SetUp(options, "v1/metrics"))
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            spans?.Dispose();
            numbers?.Dispose();
        }

        private void SetUp(OtlpExporterOptions options, string path)
        {
            options.Protocol = protocol;
            options.Endpoint =
                protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(new Uri(endpoint.ToString().TrimEnd('/') + "/"), path) : endpoint;
        }
    }

    /// <summary>Takes away what nobody outside may read.</summary>
    private sealed class WithoutSecrets : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var name in Unwanted)
                data.SetTag(name, null);
        }
    }
}
