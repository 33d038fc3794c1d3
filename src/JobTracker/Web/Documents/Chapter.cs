using System.Linq.Expressions;
using System.Reflection;

namespace JobTracker.Web.Documents;

/// <summary>A part of the document: the endpoints of one tag, and what is to be said of the fields they read and write.</summary>
/// <param name="Tag">Its name.</param>
/// <param name="Description">What it is about.</param>
public sealed record Chapter(string Tag, string Description)
{
    /// <summary>Only what names, types and validation rules do not say by themselves.</summary>
    public IReadOnlyList<FieldNote> Fields { get; init; } = [];
}

/// <summary>What the document says of a field.</summary>
/// <param name="Property">The field; also where a type inherits it.</param>
/// <param name="Text">In Markdown.</param>
public sealed record FieldNote(PropertyInfo Property, string? Text)
{
    /// <summary>A format of JSON Schema, such as <c>email</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Of a text's length or a list's.</summary>
    public int? Fewest { get; init; }

    /// <inheritdoc cref="Fewest"/>
    public int? Most { get; init; }

    /// <summary>The only values, of the field or of a list's items.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>True where the use case insists on it in a way that no validator tells.</summary>
    public bool IsRequired { get; init; }

    public static FieldNote On<T>(Expression<Func<T, object?>> field, string? text = null)
    {
        var body = field.Body is UnaryExpression boxed ? boxed.Operand : field.Body;
        return new FieldNote((PropertyInfo)((MemberExpression)body).Member, text);
    }
}
