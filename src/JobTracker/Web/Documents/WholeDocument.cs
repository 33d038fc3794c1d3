using JobTracker.Web.Bearer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>What stands above the operations, and the health checks, which are no handlers and describe themselves nowhere else.</summary>
internal sealed class WholeDocument(EndpointDataSource endpoints) : IOpenApiDocumentTransformer
{
    private const string About = """
        Programs do with it what people do with the site.

        **Sign in** with `POST /api/auth/login` and send the token as `Authorization: Bearer …`. The site's cookie does not count here.

        **Conventions.** JSON in UTF-8 with names in snake_case; a request with an unknown field is refused. Ids are UUIDs. Instants are in UTC
        (`2026-11-21T09:30:00Z`); calendar dates are `YYYY-MM-DD`, from 1970 to 2100. Texts are trimmed before they are kept, and an empty one is null.
        Lengths count UTF-16 code units, except for passwords.

        **Lists** come as `items` with `next_cursor`: send it as `cursor` to get the next page; null means that there is no more.

        **Changes.** `PUT` replaces all fields, `PATCH` those that are sent. Every row has a `version`; send it as `If-Match: "3"` and the change is
        refused when somebody was faster. A `POST` that creates something takes an `Idempotency-Key`, so that it can be repeated after a broken connection.

        **Errors** are `application/problem+json` (RFC 9457). `code` is made for programs, `title` and `detail` are for people, in the language of
        `Accept-Language` (en or fr). An error of the server itself is 500 with the code `internal`. Ignore fields of an answer that you do not know: there may be more one day.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "JobTracker API",
            Version = "1",
            Description = About.ReplaceLineEndings("\n"),
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [BearerDefaults.AuthenticationScheme] = Security.Scheme,
        };
        HealthChecks.Write(document);
        var chapters = new ContractTypes(endpoints).Chapters.Append(HealthChecks.Chapter);
        document.Tags = chapters.Select(chapter => new OpenApiTag { Name = chapter.Tag, Description = chapter.Description }).ToHashSet();
        return Task.CompletedTask;
    }
}
