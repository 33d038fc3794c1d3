using System.Net.Http.Json;
using JobTracker.Testing;
using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of address, second factor, devices and links.</summary>
internal static class AccountScreens
{
    // By its name: the picture's description has the word, too.
    private const string Code = "[name='Input.Code']";

    public static async Task DevicesAsync(Stage stage)
    {
        foreach (var password in new[] { "not the password at all", TestUser.Password })
            using (await stage.Person.Client.PostAsJsonAsync("/api/auth/login", new { email = stage.Person.Email, password })) { }
        await stage.Page.GotoAsync("/settings/security");
        await Stage.ShownAsync(stage.Button("Sign out all others"));
    }

    public static async Task ChangeAddressWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/settings/email");
        await stage.FillAsync("New e-mail address", "camille@nowhere");
        await stage.ClickAsync("Send the link");
        await stage.AlertedAsync();
    }

    public static async Task SetUpAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/settings/two-factor");
        await stage.ClickAsync("Begin");
        await Stage.ShownAsync(stage.Page.Locator(".qr"));
    }

    public static async Task SetUpWronglyAsync(Stage stage)
    {
        await SetUpAsync(stage);
        await ProveAsync(stage, "000000");
        await stage.AlertedAsync();
    }

    public static async Task SwitchOnAsync(Stage stage)
    {
        await SetUpAsync(stage);
        var phone = new TestAuthenticator((await stage.Page.Locator("#secret-key").TextContentAsync())!);
        await ProveAsync(stage, phone.CodeAt(stage.Now));
        await Stage.ShownAsync(stage.Page.Locator(".codes"));
    }

    public static async Task OnAsync(Stage stage)
    {
        await SwitchOnAsync(stage);
        await stage.Page.GotoAsync("/settings/two-factor");
        await Stage.ShownAsync(stage.Button("Switch it off"));
    }

    public static async Task AskedForCodeAsync(Stage stage)
    {
        await SwitchOnAsync(stage);
        await stage.Page.Context.ClearCookiesAsync();
        await stage.Page.GotoAsync("/account/sign-in");
        await stage.FillAsync("E-mail", stage.Person.Email);
        await stage.FillAsync("Password", TestUser.Password);
        await stage.ClickAsync("Sign in");
        await Stage.ShownAsync(stage.Page.Locator(Code));
    }

    public static async Task CodeWronglyAsync(Stage stage)
    {
        await AskedForCodeAsync(stage);
        await stage.Page.Locator(Code).FillAsync("000000");
        await stage.ClickAsync("Sign in");
        await stage.AlertedAsync();
    }

    public static async Task AskForResetAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/account/forgot");
        await stage.FillAsync("E-mail", "camille@example.org");
        await stage.ClickAsync("Send the link");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Link, new() { Name = stage.T["Use another address"] }));
    }

    public static async Task ResetWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/account/reset?token=abc&email=camille@example.org");
        await stage.FillAsync("New password", "seven green bicycles");
        await stage.ClickAsync("Use this password");
        await stage.AlertedAsync();
    }

    public static async Task ConfirmWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/account/confirm?token=abc");
        await stage.ClickAsync("Confirm the address");
        await stage.AlertedAsync();
    }

    private static async Task ProveAsync(Stage stage, string code)
    {
        await stage.Page.Locator(Code).FillAsync(code);
        await stage.FillAsync("Password", TestUser.Password);
        await stage.ClickAsync("Switch it on");
    }
}
