using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JobTracker.Benchmarks.Houses;
using JobTracker.Kernel;
using JobTracker.Testing;
using JobTracker.Web.Bearer;
using JobTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JobTracker.Benchmarks.Speed;

/// <summary>
/// What the platform can do at most: Kestrel and Npgsql with nothing between, giving the same rows from the same statement. The token is
/// checked as the app checks it; nothing else is.
/// </summary>
internal sealed class Limits : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly NpgsqlDataSource database;
    private readonly House house;
    private readonly CapturedStatement list;
    private readonly CapturedStatement count;
    private readonly byte[] landing;
    private readonly string filling;
    private readonly Jwt jwt = new(Options.Create(new JwtOptions { Secret = Secrets.Jwt }), TimeProvider.System);
    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
    private readonly string hash;
    private readonly SemaphoreSlim hashing = new(Environment.ProcessorCount);
    private int turn;

    private Limits(WebApplication app, House house, CapturedStatement list, CapturedStatement count, byte[] landing, int pageBytes)
    {
        this.app = app;
        this.house = house;
        this.list = list;
        this.count = count;
        this.landing = landing;
        // What surrounds the rows on a page is made of nothing here: only its bytes are sent.
        filling = new string(' ', Math.Max(0, pageBytes));
        hash = hasher.HashPassword(this, TestUser.Password);
        database = NpgsqlDataSource.Create(DatabaseUrl.ToConnectionString(house.ConnectionString));
    }

    public Uri Site => new(app.Urls.Single());

    /// <param name="house">Whose database it reads, and whose pages it imitates in size.</param>
    /// <param name="list">The statement of the list and of the table's page.</param>
    /// <param name="count">The statement of the figures.</param>
    public static async Task<Limits> StartAsync(House house, CapturedStatement list, CapturedStatement count)
    {
        using var visitor = new HttpClient { BaseAddress = house.Site };
        var front = await visitor.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        visitor.DefaultRequestHeaders.Add("Cookie", house.Visitors[0].Cookie);
        var page = await visitor.GetByteArrayAsync(new Uri("/applications", UriKind.Relative));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var limits = new Limits(server, house, list, count, front, page.Length);
        server.MapGet("/list", limits.ListAsync);
        server.MapGet("/html", limits.HtmlAsync);
        server.MapPost("/create", limits.CreateAsync);
        server.MapGet("/stats", limits.StatsAsync);
        server.MapPost("/hash", limits.HashAsync);
        server.MapGet("/static", limits.StaticAsync);
        await server.StartAsync();
        return limits;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        hashing.Dispose();
    }

    /// <summary>Who the token says; anybody, where there is none.</summary>
    private Guid PersonOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is { Length: > 7 } header
            ? jwt.Verify(header[7..])?.User.Value ?? throw new InvalidOperationException("The token is not good.")
            : house.Visitors[Interlocked.Increment(ref turn) % house.Visitors.Count].Id;

    private Task ListAsync(HttpContext context) => AnswerAsync(context, list, Paging.DefaultLimit);

    private Task StatsAsync(HttpContext context) => AnswerAsync(context, count, int.MaxValue);

    private async Task AnswerAsync(HttpContext context, CapturedStatement statement, int most)
    {
        var cancel = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = await statement.PrepareAsync(connection, PersonOf(context), cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        await Rows.WriteJsonAsync(reader, json, most, cancel);
    }

    private async Task HtmlAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = await list.PrepareAsync(connection, PersonOf(context), cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var html = new StringBuilder("<!doctype html><table>");
        for (var row = 0; row < Paging.DefaultLimit && await reader.ReadAsync(cancel); row++)
        {
            html.Append("<tr>");
            for (var column = 0; column < reader.FieldCount; column++)
            {
                html.Append("<td>");
                if (!reader.IsDBNull(column))
                    html.Append(HtmlEncoder.Default.Encode(Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!));
                html.Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</table>").Append(filling.AsSpan(0, Math.Max(0, filling.Length - html.Length)));
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html.ToString(), cancel);
    }

    private async Task CreateAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, cancel);
        await using var connection = await database.OpenConnectionAsync(cancel);
        var id = Guid.CreateVersion7();
        var values = InsertStatement.Fields.Select(field => body.RootElement.GetProperty(field).GetString()!);
        await using var command = await InsertStatement.PrepareAsync(connection, PersonOf(context), id, values, cancel);
        await command.ExecuteNonQueryAsync(cancel);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("id", id);
        foreach (var field in body.RootElement.EnumerateObject())
            field.WriteTo(json);
        json.WriteEndObject();
    }

    private async Task HashAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
        var password = body.RootElement.GetProperty("password").GetString()!;
        // All at once would end all at once: as many as there are cores is faster for each and no slower for all.
        await hashing.WaitAsync(context.RequestAborted);
        try
        {
            var good = await Task.Factory.StartNew(
                () => hasher.VerifyHashedPassword(this, hash, password),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            context.Response.StatusCode =
                good == PasswordVerificationResult.Success ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
        }
        finally
        {
            hashing.Release();
        }
    }

    private Task StaticAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = landing.Length;
        return context.Response.Body.WriteAsync(landing, context.RequestAborted).AsTask();
    }
}
