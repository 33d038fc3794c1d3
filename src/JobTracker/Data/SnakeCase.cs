using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace JobTracker.Data;

/// <summary>Names tables and columns as the SQL migrations do. Constraints and indexes are named there alone.</summary>
public static class SnakeCase
{
    private const string IdentityPrefix = "AspNet";

    /// <summary>To be called last, when the model is complete.</summary>
    public static void NameInSnakeCase(this ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            var table = entity.GetTableName();
            if (table is not null && entity.GetViewName() is null)
                entity.SetTableName(
                    Of(table.StartsWith(IdentityPrefix, StringComparison.Ordinal) ? table[IdentityPrefix.Length..] : table)
                );
            if (entity.IsMappedToJson())
                entity.SetContainerColumnName(Of(entity.GetContainerColumnName()!));
            else
                foreach (var property in entity.GetProperties())
                    Name(property);
        }
    }

    private static void Name(IMutableProperty property)
    {
        property.SetColumnName(Of(property.GetColumnName()));
        // Lengths are CHECKs in the database, so that every text column has one type; JSON has its own.
        if (StoredType(property) == typeof(string) && property.GetColumnType() != "jsonb")
        {
            property.SetMaxLength(null);
            property.SetColumnType("text");
        }
    }

    private static Type StoredType(IReadOnlyProperty property) =>
        property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType;

    private static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
