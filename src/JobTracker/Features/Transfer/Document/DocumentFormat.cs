using System.Text.Encodings.Web;
using System.Text.Json;
using JobTracker.Web;

namespace JobTracker.Features.Transfer.Document;

/// <summary>
/// The export's document: one JSON object with <c>format</c>, <c>format_version</c>, <c>exported_at</c>, <c>profile</c>
/// (<see cref="KeptProfile"/>), <c>writing</c> (the bank: <see cref="KeptNote"/>), <c>applications</c> (<see cref="KeptApplication"/>) and
/// <c>search_sessions</c> (<see cref="KeptSession"/>), in this order. The bank comes before the applications, whose deliverables refer to it.
/// What the person has deleted is not in it.
/// </summary>
public static class DocumentFormat
{
    public const string Name = "jobtracker";
    public const int Version = 1;

    /// <summary>The document's name inside the archive that holds files, too.</summary>
    public const string Entry = "jobtracker.json";

    /// <summary>The contract's JSON, with room for its depth.</summary>
    public static readonly JsonSerializerOptions Json = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        JsonConventions.Apply(options);
        options.MaxDepth = 32;
        // Accents as they are: it is a file, and never a part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
