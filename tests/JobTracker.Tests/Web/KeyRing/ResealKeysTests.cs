using System.Security.Cryptography;
using JobTracker.Testing;
using JobTracker.Web.KeyRing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JobTracker.Tests.Web.KeyRing;

public sealed class ResealKeysTests : IAsyncLifetime
{
    private const string Old = "the old secret, of more than 32 bytes";
    private const string New = "the new secret, of more than 32 bytes";
    private const string Lost = "a secret that nobody remembers any more";

    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("jobtracker", JobTrackerApp.MigrateAsync);
        source = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Afterwards_the_new_secret_alone_opens_what_was_encrypted_before_and_the_old_one_nothing()
    {
        using var before = Process(Old);
        var text = before.Protect("text");
        using var running = Process($"{New};{Old}");

        Assert.Equal(new ResealKeys.Result(1, 0), await ResealAsync($"{New};{Old}"));
        Assert.Equal(new ResealKeys.Result(0, 0), await ResealAsync($"{New};{Old}"));

        Assert.Equal("text", running.Unprotect(text));
        using var after = Process(New);
        Assert.Equal("text", after.Unprotect(text));
        using var thief = Process(Old);
        Assert.ThrowsAny<CryptographicException>(() => thief.Unprotect(text));
    }

    [Fact]
    public async Task What_cannot_be_opened_stays_as_it_is_and_is_counted()
    {
        using var lost = Process(Lost);
        var lostText = lost.Protect("lost");
        using var before = Process(Old);
        var text = before.Protect("text");
        await using (var broken = source.CreateCommand("insert into data_protection_keys values ($1, 'key-broken', 'no <xml', now())"))
        {
            broken.Parameters.AddWithValue(Guid.CreateVersion7());
            await broken.ExecuteNonQueryAsync();
        }

        Assert.Equal(new ResealKeys.Result(1, 1), await ResealAsync($"{New};{Old}"));

        using var after = Process(New);
        Assert.Equal("text", after.Unprotect(text));
        using var found = Process(Lost);
        Assert.Equal("lost", found.Unprotect(lostText));
    }

    private async Task<ResealKeys.Result> ResealAsync(string secrets)
    {
        using var process = Process(secrets);
        return await new ResealKeys(source, process.Seals).RunAsync(CancellationToken.None);
    }

    private KeyRingProcess Process(string secrets) => new(secrets, services => services.AddSingleton(source));
}
