using JobTracker.Testing;

namespace JobTracker.Tests.Features.Accounts;

/// <summary>Signing in on the site with a second factor: what lies between the password and the code.</summary>
public sealed class SecondStepTests : IAsyncLifetime
{
    private const string SignIn = "/account/sign-in";
    private const string CodePage = "/account/sign-in/code";
    private JobTrackerApp? app;
    private TestUser? user;

    private JobTrackerApp App => app!;
    private TestUser User => user!;

    public async ValueTask InitializeAsync()
    {
        app = await JobTrackerApp.StartAsync();
        user = await app.RegisterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        User.Dispose();
        await App.DisposeAsync();
    }

    [Fact]
    public async Task After_the_password_nobody_is_signed_in_and_after_the_code_they_are_where_they_were_headed()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        using var browser = await WithPasswordAsync(back: "/board");
        using var early = await browser.Client.GetAsync("/applications");
        Assert.StartsWith(SignIn, PathOf(early), StringComparison.Ordinal);

        using var wrong = await CodeAsync(browser, "000000");
        Assert.Equal(400, (int)wrong.StatusCode);
        using var right = await CodeAsync(browser, two.Phone.CodeAt(App.Clock.GetUtcNow()), back: "/board");
        Assert.Equal("/board", PathOf(right));
        using var board = await browser.Client.GetAsync("/board");
        Assert.Equal(200, (int)board.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        using var browser = await WithPasswordAsync(back);
        using var right = await CodeAsync(browser, two.Phone.CodeAt(App.Clock.GetUtcNow()), back);
        Assert.Equal("/", PathOf(right));
    }

    [Fact]
    public async Task The_password_is_good_for_five_minutes()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        using var browser = await WithPasswordAsync();
        App.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        using var late = await browser.PostAsync(CodePage, Code(two.Phone.CodeAt(App.Clock.GetUtcNow())), formOn: SignIn);
        Assert.Equal(SignIn, PathOf(late));
        using var inside = await browser.Client.GetAsync("/applications");
        Assert.Equal(302, (int)inside.StatusCode);
    }

    [Fact]
    public async Task A_new_password_voids_the_proof_of_the_old_one()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        using var browser = await WithPasswordAsync();
        using var changed = await User.SendAsync(
            HttpMethod.Put,
            "/api/auth/change-password",
            new { current_password = TestUser.Password, new_password = "another long sentence" }
        );
        await changed.ReadAsync(204);
        using var answer = await CodeAsync(browser, two.Phone.CodeAt(App.Clock.GetUtcNow()));
        Assert.Equal(SignIn, PathOf(answer));
    }

    [Fact]
    public async Task Another_JWT_SECRET_voids_it_too()
    {
        var two = await TwoFactorOn.SwitchAsync(App, User);
        using var browser = await WithPasswordAsync();
        await using var after = App.StartAnother(("JWT_SECRET", "nW5s-another-test-Hc7vK1xP9bT3mQ8rJ4yL6zD"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(after.Address, CodePage));
        using var answer = await browser.Client.SendAsync(request);
        Assert.Equal(SignIn, PathOf(answer));
        Assert.NotEmpty(two.Codes);
    }

    [Fact]
    public async Task Without_the_password_there_is_no_page_for_codes()
    {
        await TwoFactorOn.SwitchAsync(App, User);
        using var browser = TestBrowser.Open(App);
        using var page = await browser.Client.GetAsync(CodePage);
        Assert.Equal(SignIn, PathOf(page));
        using var answer = await browser.PostAsync(CodePage, Code("000000"), formOn: SignIn);
        Assert.Equal(SignIn, PathOf(answer));
        using var forged = App.CreateClient();
        forged.DefaultRequestHeaders.Add("Cookie", "jobtracker-second-step=CfDJ8forged");
        using var guess = await forged.GetAsync(CodePage);
        Assert.Equal(SignIn, PathOf(guess));
    }

    private async Task<TestBrowser> WithPasswordAsync(string back = "")
    {
        var browser = TestBrowser.Open(App);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Email"] = User.Email,
            ["Input.Password"] = TestUser.Password,
            ["Back"] = back,
        };
        using var answer = await browser.PostAsync(SignIn, fields, formOn: SignIn);
        Assert.StartsWith(CodePage, PathOf(answer), StringComparison.Ordinal);
        return browser;
    }

    private static Task<HttpResponseMessage> CodeAsync(TestBrowser browser, string code, string back = "") =>
        browser.PostAsync(CodePage, Code(code, back), formOn: CodePage);

    private static Dictionary<string, string> Code(string code, string back = "") =>
        new(StringComparer.Ordinal) { ["Input.Code"] = code, ["Back"] = back };

    private static string PathOf(HttpResponseMessage answer) =>
        answer.Headers.Location switch
        {
            null => $"{(int)answer.StatusCode}",
            { IsAbsoluteUri: true } whole => whole.PathAndQuery,
            var path => path.OriginalString,
        };
}
