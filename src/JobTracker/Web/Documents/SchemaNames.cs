using System.Text.Json.Serialization.Metadata;
using JobTracker.Kernel;
using Microsoft.AspNetCore.OpenApi;

namespace JobTracker.Web.Documents;

/// <summary>Names of the shared schemas. A nested type carries the name of the type around it, or every Input would be the same.</summary>
internal static class SchemaNames
{
    /// <summary>Null for what is written in place: texts, numbers, lists, and what is not ours.</summary>
    public static string? Of(JsonTypeInfo type)
    {
        var inner = ContractTypes.Inner(type.Type);
        return
            OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null
            || inner.Assembly != typeof(SchemaNames).Assembly
            || IsWord(inner)
            || inner == typeof(Instant)
            ? null
            : Of(inner);
    }

    public static string Of(Type type)
    {
        var name = type.DeclaringType is { } around ? around.Name + type.Name : type.Name;
        return type.IsGenericType
            ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}Of{string.Concat(type.GetGenericArguments().Select(Of))}"
            : name;
    }

    /// <summary>True for a <see cref="Word{T}"/>: its enumeration has the name.</summary>
    public static bool IsWord(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Word<>);
}
