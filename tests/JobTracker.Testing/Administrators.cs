namespace JobTracker.Testing;

/// <summary>People who run the site.</summary>
public static class Administrators
{
    /// <summary>Somebody with an account who administers the site.</summary>
    public static async Task<TestUser> RegisterAdminAsync(this JobTrackerApp app)
    {
        var admin = await app.RegisterAsync();
        await app.MakeAdminAsync(admin);
        return admin;
    }

    /// <summary>As <c>grant-admin</c> does.</summary>
    public static Task MakeAdminAsync(this JobTrackerApp app, TestUser user) =>
        app.ExecuteAsync($"update users set is_admin = true where id = {user.Id}");
}
