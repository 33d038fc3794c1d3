using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace JobTracker.Data;

/// <summary>A migration whose text is the numbered SQL file of the same name. EF keeps the history, the lock and one transaction for each.</summary>
public abstract class SqlMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var name = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        using var file =
            typeof(SqlMigration).Assembly.GetManifestResourceStream($"JobTracker.Data.Migrations.{name}.sql")
            ?? throw new InvalidOperationException($"Data/Migrations/{name}.sql is missing.");
        using var reader = new StreamReader(file);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
