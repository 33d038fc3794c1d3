using JobTracker.Features.Transfer.Import.Tables;
using JobTracker.Kernel;
using Microsoft.Extensions.Primitives;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>The form that gives columns a meaning, as it comes back in an address or a body.</summary>
public static class MappingForm
{
    /// <summary>In front of the field's name.</summary>
    public const string Column = "column_";
    public const string Delimiter = "delimiter";
    public const string Encoding = "encoding";
    public const string Order = "dates";

    /// <summary>Null when the form was not sent.</summary>
    public static TableMapping? Read(Func<string, StringValues> value)
    {
        var columns = TableFields
            .All.Select(field => (Field: field, Heading: value(Column + field).ToString()))
            .Where(pair => pair.Heading.Length > 0)
            .ToDictionary(pair => pair.Field, pair => pair.Heading, StringComparer.Ordinal);
        var (delimiter, encoding, order) = (value(Delimiter).ToString(), value(Encoding).ToString(), value(Order).ToString());
        if (columns.Count == 0 && delimiter.Length == 0 && encoding.Length == 0 && order.Length == 0)
            return null;
        return new TableMapping
        {
            // Read differently, the heading may have other columns: then they are guessed again.
            Columns = columns.Count > 0 ? columns : null,
            Delimiter =
                delimiter == "tab" ? "\t"
                : delimiter is { Length: 1 } ? delimiter
                : null,
            Encoding = Wire.TryParse<TextEncoding>(encoding, out var known) ? known : null,
            DateOrder = Wire.TryParse<DateOrder>(order, out var said) ? said : null,
        };
    }
}
