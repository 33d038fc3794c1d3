using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Data;

/// <summary>Enumerations are text in the database, by their outside names, with a CHECK that lists them.</summary>
public static class StoredWord
{
    public static void StoredAsWord<T>(this PropertyBuilder<T> property)
        where T : struct, Enum => property.HasConversion(value => Wire.Name(value), name => Wire.Parse<T>(name));

    public static void StoredAsWord<T>(this PropertyBuilder<T?> property)
        where T : struct, Enum => property.HasConversion(value => Wire.Name(value!.Value), name => Wire.Parse<T>(name));
}
