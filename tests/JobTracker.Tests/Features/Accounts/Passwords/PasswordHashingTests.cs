using System.Buffers.Binary;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace JobTracker.Tests.Features.Accounts.Passwords;

public sealed class PasswordHashingTests : IDisposable
{
    private const string Password = "violet kettle, 3 umbrellas";

    private readonly ServiceProvider services = Services();
    private readonly PasswordHashing hashing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public PasswordHashingTests() => hashing = services.GetRequiredService<PasswordHashing>();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task A_password_is_right_and_any_other_is_wrong()
    {
        var hash = Value(await hashing.HashAsync(Password, Cancel));

        Assert.Equal(PasswordCheck.Right, Value(await hashing.VerifyAsync(hash, Password, Cancel)));
        Assert.Equal(PasswordCheck.Wrong, Value(await hashing.VerifyAsync(hash, Password + " ", Cancel)));
        Assert.Equal(PasswordCheck.Wrong, Value(await hashing.VerifyAsync(hash, "", Cancel)));
    }

    [Fact]
    public async Task A_hash_has_210000_rounds_of_HMAC_SHA512_and_a_salt_of_its_own()
    {
        var one = Convert.FromBase64String(Value(await hashing.HashAsync(Password, Cancel)));
        var two = Convert.FromBase64String(Value(await hashing.HashAsync(Password, Cancel)));

        Assert.Equal(
            (1, 2, 210_000),
            (one[0], BinaryPrimitives.ReadInt32BigEndian(one.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(one.AsSpan(5)))
        );
        Assert.NotEqual(one, two);
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_right_but_outdated()
    {
        var hash = Weak().HashPassword(new object(), Password);

        Assert.Equal(PasswordCheck.RightButOutdated, Value(await hashing.VerifyAsync(hash, Password, Cancel)));
        Assert.Equal(PasswordCheck.Wrong, Value(await hashing.VerifyAsync(hash, "another password", Cancel)));
    }

    [Fact]
    public async Task Nobodys_password_is_always_wrong() =>
        Assert.Equal(PasswordCheck.Wrong, Value(await hashing.VerifyNobodyAsync(Password, Cancel)));

    [Fact]
    public void Identitys_own_hasher_makes_the_same_kind_of_hash() =>
        Assert.Equal(PasswordHashing.Iterations, services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount);

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(it => KeyValuePair.Create(it.Name, (string?)it.Value))
        );
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration.Build()).AddPasswords().BuildServiceProvider();
    }

    private static PasswordHasher<object> Weak() => new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    private static T Value<T>(Outcome<T> outcome) => Assert.IsType<Done<T>>(outcome).Value;
}
