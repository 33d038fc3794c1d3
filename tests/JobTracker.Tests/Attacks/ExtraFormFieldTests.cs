using System.Globalization;
using System.Reflection;
using JobTracker.Testing;
using JobTracker.Tests.Architecture;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace JobTracker.Tests.Attacks;

/// <summary>The same in forms of pages: what a form does not have is ignored.</summary>
[Collection(AttackSite.Name)]
public sealed class ExtraFormFieldTests(AttackSite site)
{
    private const string AnyForm = "/settings";
    private const string Text = "mass-assigned-6b0d";
    private const string Number = "7654321";
    private const string Day = "1987-06-05";
    private const string Id = "dead0000-0000-7000-8000-00000000beef";

    [Fact]
    public async Task No_page_binds_what_a_table_keeps()
    {
        var kept = await site.App.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(entity => entity.ClrType).ToHashSet()));
        foreach (var page in await PageHandler.AllAsync(site.App))
        foreach (var (name, type) in page.Bound.Concat(page.Parameters))
            Assert.True(Reached(type, []).All(reached => !kept.Contains(reached)), $"{page} binds {name}, in which a table's row stands.");
    }

    [Fact]
    public async Task Fields_that_no_form_has_change_nothing()
    {
        using var person = await site.SomebodyAsync();
        using var browser = await TestBrowser.SignInAsync(site.App, person.User);
        var token = KeyValuePair.Create(TestBrowser.TokenField, await browser.TokenAsync(AnyForm));
        var columns = await site.App.ReadAsync(db =>
            Task.FromResult(ExtraFieldTests.PropertiesOf(db).Select(property => (property.Name, property.ClrType)).Distinct().ToList())
        );
        // Whatever ends the sign-in, the rows or the account comes last, or not at all.
        var handlers = (await PageHandler.AllAsync(site.App)).Where(handler =>
            handler.Verb == "Post" && !handler.IsForAdministrators && !Ends(handler)
        );
        foreach (var handler in handlers)
        {
            var known = handler
                .Bound.SelectMany(bound => bound.Type.GetProperties())
                .Select(property => property.Name)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            known.UnionWith(handler.Parameters.Select(parameter => parameter.Name));
            var extra =
                from column in columns
                where !known.Contains(column.Name)
                from prefix in new[] { "", "Input.", "Set.", "Edited.", "Input.User.", "User.", "Account." }
                select KeyValuePair.Create(prefix + column.Name, ValueFor(column.ClrType));
            using var form = new FormUrlEncodedContent(handler.Fields.Concat(extra).Append(token));
            using var answer = await browser.Client.PostAsync(handler.PathFor(person), form);
            Assert.True((int)answer.StatusCode < 500, $"{handler} answers {(int)answer.StatusCode}.");
            var traces = await TracesAsync();
            Assert.True(traces is [], $"{handler} wrote fields that its form does not have: {string.Join(", ", traces)}.");
        }
        Assert.False(
            await site.App.ReadAsync(db => db.Users.AnyAsync(user => user.Id == person.User.Id && (user.IsAdmin || user.EmailConfirmed)))
        );
    }

    private static bool Ends(PageHandler handler) =>
        handler.Pattern is "account/sign-out" or "settings/delete" or "account/sign-in" or "account/register"
        || handler.Name is "SignOut" or "SignOutEverywhere" or "RevokeAll";

    /// <summary>The types that stand in a type.</summary>
    private static HashSet<Type> Reached(Type type, HashSet<Type> reached)
    {
        var inner =
            type.IsGenericType ? type.GetGenericArguments()
            : type.HasElementType ? [type.GetElementType()!]
            : Type.EmptyTypes;
        foreach (var one in inner)
            Reached(one, reached);
        if (type.Assembly == typeof(Program).Assembly && reached.Add(type))
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
                Reached(property.PropertyType, reached);
        return reached;
    }

    private static string ValueFor(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var it when it == typeof(bool) => "true",
            var it when it == typeof(Guid) => Id,
            var it when it == typeof(DateOnly) => Day,
            var it when it == typeof(DateTimeOffset) => $"{Day}T04:03:02Z",
            var it when it == typeof(int) || it == typeof(long) || it == typeof(short) => Number,
            _ => Text,
        };

    /// <summary>The tables in which one of the values stands.</summary>
    private async Task<IReadOnlyList<string>> TracesAsync()
    {
        await using var connection = new NpgsqlConnection(site.App.ConnectionString);
        await connection.OpenAsync();
        var tables = await site.App.ReadAsync(db =>
            Task.FromResult(db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().ToList())
        );
        var looks = tables.Select(table =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"select '{table}' from \"{table}\" t where t::text ~ '{Text}|{Number}|{Day}|{Id}' limit 1"
            )
        );
        await using var command = new NpgsqlCommand(string.Join(" union all ", looks.Select(look => $"({look})")), connection);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}
