using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace JobTracker.Web.Problems;

/// <summary>What is wrong with a JSON body, told by field and without the serialiser's own words, which name CLR types.</summary>
internal static partial class JsonMistakes
{
    public static Dictionary<string, string[]> Of(JsonException mistake, IStringLocalizer t)
    {
        if (Unknown().Match(mistake.Message) is { Success: true } unknown)
            return One(unknown.Groups["name"].Value, t["There is no such field."]);
        if (mistake.Message.StartsWith("Duplicate", StringComparison.Ordinal))
            return One(FieldOf(mistake), t["This field stands here twice."]);
        return FieldOf(mistake) is { Length: > 0 } field
            ? One(field, t["This value has the wrong type."])
            : One("body", t["This is not the JSON that is expected here."]);
    }

    /// <summary>From the path <c>$.items[2].status</c> to <c>items[2].status</c>.</summary>
    private static string FieldOf(JsonException mistake) => mistake.Path is ['$', '.', .. var field] ? field : "";

    private static Dictionary<string, string[]> One(string field, string message) =>
        new(StringComparer.Ordinal) { [field.Length is > 0 and <= 200 ? field : "body"] = [message] };

    // "The JSON property 'x' could not be mapped to any .NET member …": a test notices when the sentence changes.
    [GeneratedRegex(
        "^The JSON property '(?<name>.{1,200})' could not be mapped",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Unknown();
}
