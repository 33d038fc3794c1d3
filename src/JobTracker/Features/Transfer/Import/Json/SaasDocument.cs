using System.Text.Json;
using System.Text.Json.Serialization;
using JobTracker.Features.Transfer.Import.Foreign;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Json;

/// <summary>The export of the JobTracker SaaS API: <c>{"applications": [{"entreprise": …, "entretiens": […]}]}</c>.</summary>
internal sealed class SaasDocument(Stream file, JsonOutline outline, ReadingTerms terms) : ImportSource
{
    // What this site has no place for is not asked for: only names that are missing or of another kind are mistakes.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
    };

    public override ImportFormat Format => ImportFormat.SaasJson;

    public override IEnumerable<Incoming> Read()
    {
        foreach (var (row, json) in JsonOutline.ElementsOf(file, outline.Find("applications")!))
            yield return Read(row, json) with
            {
                Size = json.Length,
            };
    }

    private Incoming Read(int row, ReadOnlyMemory<byte> json)
    {
        try
        {
            if (JsonSerializer.Deserialize<SaasRow>(json.Span, Options) is not { } read)
                return new UnreadableRow(row, Field: null, terms.T["Something is missing here."]);
            return read.Any().All(text => text is null || Rules.IsStorable(text))
                ? SaasMapping.Of(row, read, terms)
                : new UnreadableRow(row, Field: null, terms.T["This text has a character that cannot be kept."]);
        }
        catch (JsonException mistake)
        {
            var field = mistake.Path is ['$', '.', .. var path] ? path : null;
            return new UnreadableRow(row, field, terms.T["This value has the wrong type."]);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, which no text can hold.
            return new UnreadableRow(row, Field: null, terms.T["This text has a character that cannot be kept."]);
        }
    }
}
