using System.Text.Json;
using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace JobTracker.Web;

/// <summary>PATCH: the fields given are laid over the fields as they stand, and the whole is read like the body of a PUT.</summary>
public sealed class JsonPatching(IOptions<JsonOptions> json, IStringLocalizer<Texts> t)
{
    /// <summary>Refused with the field's name when a field is unknown or has the wrong type.</summary>
    public Outcome<T> Apply<T>(T fields, JsonObject changes)
        where T : class
    {
        var merged = JsonSerializer.SerializeToNode(fields, json.Value.SerializerOptions)!.AsObject();
        foreach (var (name, value) in changes)
            merged[name] = value?.DeepClone();
        try
        {
            return merged.Deserialize<T>(json.Value.SerializerOptions)!;
        }
        catch (JsonException mistake)
        {
            return new Refused(JsonMistakes.Of(mistake, t)) { NamedAsSent = true };
        }
    }
}
