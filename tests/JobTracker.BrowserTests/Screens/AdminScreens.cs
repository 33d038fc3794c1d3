using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of administration.</summary>
internal static class AdminScreens
{
    public static async Task OverviewAsync(Stage stage)
    {
        await stage.App.MakeAdminAsync(stage.Person);
        await stage.App.ExecuteAsync(
            $"""
            insert into outbox (id, user_id, kind, state, created_at, due_at, attempts, finished_at, reason, reply)
            values (gen_random_uuid(), {stage.Person.Id}, 'digest', 'given_up', now(), now(), 3, now(), 'address_refused', 550)
            """
        );
        await stage.App.ExecuteAsync(
            $"""
            insert into admin_acts (id, admin_id, kind, about_id, before, after, occurred_at)
            values (gen_random_uuid(), {stage.Person.Id}, 'limits_changed', {stage.Person.Id}, 'applications=, file_bytes=', 'applications=20, file_bytes=', now()),
                (gen_random_uuid(), null, 'admin_granted', {stage.Person.Id}, null, null, now())
            """
        );
        await stage.Page.GotoAsync("/admin");
    }

    public static async Task UsersAsync(Stage stage)
    {
        await stage.App.MakeAdminAsync(stage.Person);
        await stage.Page.GotoAsync("/admin/users");
    }

    public static async Task NobodyAsync(Stage stage)
    {
        await stage.App.MakeAdminAsync(stage.Person);
        await stage.Page.GotoAsync("/admin/users?q=xyzzy");
    }

    public static async Task AccountAsync(Stage stage)
    {
        await stage.App.MakeAdminAsync(stage.Person);
        await stage.Page.GotoAsync($"/admin/users/{stage.Person.Id}");
    }

    public static async Task WrongLimitsAsync(Stage stage)
    {
        await AccountAsync(stage);
        await stage.Page.Locator("#Input_ApplicationsMax").EvaluateAsync("field => { field.min = ''; field.value = '-1' }");
        await stage.ClickAsync("Save limits");
        await stage.AlertedAsync();
    }

    public static async Task AskAsync(Stage stage)
    {
        await AccountAsync(stage);
        await stage.ClickAsync("Deactivate");
    }

    public static async Task InvitedAsync(Stage stage)
    {
        await stage.App.MakeAdminAsync(stage.Person);
        await stage.Page.GotoAsync("/admin/invitations");
        await stage.ClickAsync("Create an invitation");
        await Stage.ShownAsync(stage.Page.Locator("#invitation"));
    }
}
