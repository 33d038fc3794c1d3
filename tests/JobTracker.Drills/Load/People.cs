using JobTracker.Testing;
using Xunit.Sdk;

namespace JobTracker.Drills.Load;

/// <summary>Accounts for a drill, opened before it begins.</summary>
internal static class People
{
    private const int Attempts = 5;

    /// <summary>Opens one. Nothing has been harmed yet, but a process that has just started on a busy machine may take longer than its own limit.</summary>
    /// <param name="site">Where; the client becomes the person's.</param>
    /// <param name="name">Before the @; a further attempt takes another, since the first may have been taken all the same.</param>
    public static async Task<TestUser> RegisterAsync(HttpClient site, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TestUser.RegisterAsync(site, $"{name}-{attempt}@example.org");
            }
            catch (XunitException) when (attempt < Attempts)
            {
                // Once more.
            }
        }
    }
}
