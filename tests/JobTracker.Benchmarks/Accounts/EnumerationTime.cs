using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Benchmarks.Accounts;

/// <summary>
/// Whether the time of an answer tells that an address has an account: the same request about an address that has one and about one that has
/// not, in turns, at the full strength of the hashes and with every limit counted.
/// </summary>
internal static class EnumerationTime
{
    private const string Wrong = "wrong horse battery";
    private const int WarmUp = 3;
    private const string NeverReached = "100000000";

    public static async Task RunAsync(int rounds)
    {
        await using var app = await JobTrackerApp.StartAsync(
            services => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Iterations),
            ("Limits:LoginPerMinutePerIp", NeverReached),
            ("Limits:LoginPerMinutePerAccount", NeverReached),
            ("Limits:RegisterPerHour", NeverReached),
            ("Limits:ResetPerDay", NeverReached),
            ("Limits:ApiPerMinute", NeverReached)
        );
        using var user = await app.RegisterAsync();
        using var browser = TestBrowser.Open(app);
        var client = browser.Client;
        var form = await browser.TokenAsync("/account/sign-in");

        await CompareAsync(
            "sign-in with a wrong password, API",
            user.Email,
            rounds,
            email => client.PostAsJsonAsync("/api/auth/login", new { email, password = Wrong })
        );
        await CompareAsync("sign-in with a wrong password, page", user.Email, rounds, email => PostAsync("/account/sign-in", email, Wrong));
        await CompareAsync(
            "forgotten password, API",
            user.Email,
            rounds,
            email => client.PostAsJsonAsync("/api/auth/forgot-password", new { email })
        );
        await CompareAsync("forgotten password, page", user.Email, rounds, email => PostAsync("/account/forgot", email, password: null));
        // This one says that the address is taken (docs/decisions/0004): the time tells nothing more.
        await CompareAsync(
            "registration, API",
            user.Email,
            rounds,
            email => client.PostAsJsonAsync("/api/auth/register", new { email, password = TestUser.Password })
        );

        async Task<HttpResponseMessage> PostAsync(string path, string email, string? password)
        {
            using var fields = new FormUrlEncodedContent([
                new("Input.Email", email),
                .. password is null ? Array.Empty<KeyValuePair<string, string>>() : [new("Input.Password", password)],
                new(TestBrowser.TokenField, form),
            ]);
            return await client.PostAsync(path, fields);
        }
    }

    private static async Task CompareAsync(string name, string known, int rounds, Func<string, Task<HttpResponseMessage>> send)
    {
        var (of, ofNobody) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = -WarmUp; round < rounds; round++)
        {
            // In turns, each first as often as the other: whatever slows the machine slows both.
            var isFirst = round % 2 == 0;
            var one = await TimeAsync(send, isFirst ? known : Nobody());
            var other = await TimeAsync(send, isFirst ? Nobody() : known);
            if (round < 0)
                continue;
            of.Add(isFirst ? one : other);
            ofNobody.Add(isFirst ? other : one);
        }
        Table.Begin($"{name}: time in ms");
        Table.Row("an address that has an account", of);
        Table.Row("an address that has none", ofNobody);
        var (ratio, low, high) = MedianRatio.Of(of, ofNobody);
        var tells = low > 1 || high < 1 ? "the time tells them apart" : "the time does not tell them apart";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nratio of the medians: {ratio:0.000} (95 %: {low:0.000} to {high:0.000}): {tells}"
            )
        );
    }

    private static string Nobody() => $"nobody.{Guid.CreateVersion7():N}@example.org";

    private static async Task<TimeSpan> TimeAsync(Func<string, Task<HttpResponseMessage>> send, string email)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await send(email);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(begun);
        if ((int)answer.StatusCode is 429 or >= 500)
            throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri!.AbsolutePath} answered {(int)answer.StatusCode}.");
        return took;
    }
}
