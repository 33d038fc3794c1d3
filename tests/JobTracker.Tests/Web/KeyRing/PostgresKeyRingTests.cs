using System.Xml.Linq;
using JobTracker.Testing;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace JobTracker.Tests.Web.KeyRing;

public sealed class PostgresKeyRingTests : IAsyncLifetime
{
    private const string Secret = "a secret of more than 32 bytes, for tests";

    private JobTrackerApp app = null!;
    private NpgsqlDataSource source = null!;

    /// <summary>The table is the migrated one; the app's own key goes, so that a test sees only its own.</summary>
    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        source = NpgsqlDataSource.Create(app.ConnectionString);
        await RunAsync("delete from data_protection_keys");
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task What_one_process_encrypts_another_decrypts_with_the_key_from_the_database()
    {
        using var one = Process();
        using var two = Process();

        var text = one.Protect("text");

        Assert.Equal("text", two.Unprotect(text));
        Assert.Equal(
            1L,
            await ScalarAsync("select count(*) from data_protection_keys where friendly_name like 'key-%' and xml like '%<sealed %'")
        );
    }

    [Fact]
    public async Task A_stored_key_can_be_read_by_every_version_of_the_app()
    {
        using var process = Process();
        process.Protect("text");

        var xml = XElement.Parse((string)(await ScalarAsync("select xml from data_protection_keys"))!);
        var decryptor = Assert.Single(xml.Descendants().Attributes("decryptorType"));
        Assert.Equal("JobTracker.Web.KeyRing.KeyRingDecryptor, JobTracker", decryptor.Value);
    }

    [Fact]
    public async Task A_row_that_is_not_XML_is_passed_over_and_named_in_the_log()
    {
        var id = Guid.CreateVersion7();
        await RunAsync($"insert into data_protection_keys values ('{id}', 'key-broken', 'no <xml', '2026-01-01')");

        using var process = Process();

        Assert.Equal("text", process.Unprotect(process.Protect("text")));
        Assert.Contains(process.Log.Lines, line => line.Contains(id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Elements_come_back_as_they_were_and_in_their_order()
    {
        using var process = Process();
        var ring = process.Repository;

        ring.StoreElement(new XElement("first", new XAttribute("a", "é<&\"")), "key-1");
        ring.StoreElement(new XElement("second", new XElement("inside", " spaces ")), "key-2");

        Assert.Equal(
            ["<first a=\"é&lt;&amp;&quot;\" />", "<second><inside> spaces </inside></second>"],
            ring.GetAllElements().Select(element => element.ToString(SaveOptions.DisableFormatting))
        );
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_is_an_error_and_not_an_empty_ring()
    {
        using var process = Process();
        await RunAsync("alter table data_protection_keys rename to elsewhere");
        Assert.Throws<PostgresException>(process.Repository.GetAllElements);
    }

    private KeyRingProcess Process() => new(Secret, services => services.AddSingleton(source));

    private async Task RunAsync(string sql) => await ScalarAsync(sql);

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
