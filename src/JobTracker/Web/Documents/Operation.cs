using System.Text.Json.Nodes;

namespace JobTracker.Web.Documents;

/// <summary>What the OpenAPI document says of one endpoint beyond its signature. It stands at the endpoint as metadata.</summary>
/// <param name="Id">The operationId: generated clients name their methods after it.</param>
/// <param name="Summary">One line.</param>
public sealed record Operation(string Id, string Summary)
{
    /// <summary>What the summary leaves open, in Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>The request's body; null when there is none.</summary>
    public Body? Takes { get; init; }

    /// <summary>The success.</summary>
    public Answer Answers { get; init; } = Answer.None;

    /// <summary>The codes of the problems that are this endpoint's own; those that follow from its kind are added (see <see cref="ProblemsOf"/>).</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>For endpoints that take <c>If-Match</c>: an example of the row that comes with the code <c>stale</c>.</summary>
    public object? Current { get; init; }

    /// <summary>What the query's parameters are read into: its defaults and rules are theirs.</summary>
    public Type? Query { get; init; }

    /// <summary>What parameters mean, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True for a public endpoint that says more to somebody who shows a token.</summary>
    public bool TokenIsOptional { get; init; }
}

/// <summary>A request's body with an example that works.</summary>
/// <param name="Type">What it is read into.</param>
/// <param name="Example">An instance, or the JSON itself.</param>
/// <param name="IsPartial">True for PATCH: any of the fields.</param>
public sealed record Body(Type Type, object Example, bool IsPartial)
{
    /// <summary>All of it; fields that are null in the example are left out there.</summary>
    public static Body Of<T>(T example)
        where T : class => new(typeof(T), example, IsPartial: false);

    /// <summary>The name of a file's field: the body is then <c>multipart/form-data</c> with that one field.</summary>
    public string? FileField { get; private init; }

    /// <summary>Beside a file: fields of text that may come along, by their names, with what they are.</summary>
    public IReadOnlyDictionary<string, string> TextFields { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>One file as a form sends it, and what may come along.</summary>
    public static Body File(string field, params IEnumerable<KeyValuePair<string, string>> also) =>
        new(typeof(Stream), new JsonObject(), IsPartial: false)
        {
            FileField = field,
            TextFields = new Dictionary<string, string>(also, StringComparer.Ordinal),
        };

    /// <summary>Some fields of it.</summary>
    public static Body Some<T>(JsonObject example)
        where T : class => new(typeof(T), example, IsPartial: true);
}

/// <summary>A success with an example.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">What is written; null for no body.</param>
/// <param name="Example">An instance.</param>
public sealed record Answer(int Status, Type? Type, object? Example)
{
    /// <summary>204.</summary>
    public static readonly Answer None = new(StatusCodes.Status204NoContent, Type: null, Example: null);

    /// <summary>Taken down; what comes of it is not told here.</summary>
    public static readonly Answer Accepted = new(StatusCodes.Status202Accepted, Type: null, Example: null);

    /// <summary>True when an <c>ETag</c> comes along: a row's version, or of bytes what stands for their content.</summary>
    public bool IsTagged { get; private init; }

    /// <summary>Where bytes are the answer: the media types that they may have.</summary>
    public IReadOnlyList<string> MediaTypes { get; private init; } = [];

    /// <summary>200 with the bytes of a file.</summary>
    public static Answer Bytes(IReadOnlyList<string> mediaTypes, bool isTagged = false) =>
        new(StatusCodes.Status200OK, Type: null, Example: null) { MediaTypes = mediaTypes, IsTagged = isTagged };

    /// <summary>200.</summary>
    public static Answer Ok<T>(T example)
        where T : class => new(StatusCodes.Status200OK, typeof(T), example);

    /// <summary>201 with <c>Location</c>.</summary>
    public static Answer Created<T>(T example)
        where T : class => new(StatusCodes.Status201Created, typeof(T), example);

    /// <summary>200 with <c>ETag</c>.</summary>
    public static Answer Tagged<T>(T example)
        where T : class => Ok(example) with { IsTagged = true };
}
