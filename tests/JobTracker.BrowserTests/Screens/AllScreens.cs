using Microsoft.Playwright;

namespace JobTracker.BrowserTests.Screens;

/// <summary>Every page, and every state of one that looks different. A new page adds its line here.</summary>
internal static class AllScreens
{
    public static readonly IReadOnlyDictionary<string, Screen> ByName = new Dictionary<string, Screen>(StringComparer.Ordinal)
    {
        ["landing"] = Screen.At("/") with { IsPublic = true },
        ["register"] = Screen.At("/account/register") with { IsPublic = true },
        ["register-mistakes"] = new(RegisterWronglyAsync, 400) { IsPublic = true },
        ["sign-in"] = Screen.At("/account/sign-in") with { IsPublic = true },
        ["sign-in-refused"] = new(SignInWronglyAsync, 403) { IsPublic = true },
        ["places-full"] = Screen.At("/full") with { IsPublic = true },
        ["privacy"] = Screen.At("/privacy") with { IsPublic = true },
        ["legal"] = Screen.At("/legal") with { IsPublic = true },
        ["not-found-public"] = Screen.At("/no/such/page", 404) with { IsPublic = true },
        ["not-found"] = Screen.At("/no/such/page", 404),
        ["broken"] = Screen.At("/error/500", 500),

        ["today-new"] = Screen.At("/"),
        ["today"] = Screen.At("/") with { IsFilled = true },
        ["today-mistake"] = new(AddLineWronglyAsync, 400) { IsFilled = true },
        ["board-empty"] = Screen.At("/board"),
        ["board"] = Screen.At("/board") with { IsFilled = true },
        ["board-menu"] = new(OpenCardMenuAsync) { IsFilled = true },
        ["board-moved"] = new(MoveCardAsync) { IsFilled = true },
        ["search"] = Screen.At("/search?q=engineer") with { IsFilled = true },
        ["search-nothing"] = Screen.At("/search?q=xyzzy") with { IsFilled = true },
        ["palette"] = new(OpenPaletteAsync) { IsFilled = true },

        ["list-empty"] = Screen.At("/applications"),
        ["list"] = Screen.At("/applications") with { IsFilled = true },
        ["list-filtered"] = Screen.At("/applications?status=applied&status=interview&employment_type=stage&q=s&sort=company&order=asc") with
        {
            IsFilled = true,
        },
        ["list-nothing"] = Screen.At("/applications?q=xyz") with { IsFilled = true },
        ["list-menu"] = new(OpenStatusFilterAsync) { IsFilled = true },
        ["list-chosen"] = new(ChooseAsync) { IsFilled = true },
        ["list-chosen-menu"] = new(MoveChosenAsync) { IsFilled = true },
        ["list-chosen-dialog"] = new(DeleteChosenAsync) { IsFilled = true },
        ["list-undo"] = new(DeleteAsync) { IsFilled = true },
        ["account-menu"] = new(OpenAccountMenuAsync) { IsFilled = true },
        ["shortcuts"] = new(OpenShortcutsAsync) { IsFilled = true },

        ["add"] = Screen.At("/applications/add"),
        ["add-mistakes"] = new(AddWronglyAsync, 400),
        ["add-duplicate"] = new(AddTwiceAsync) { IsFilled = true },
        ["add-full"] = Screen.At("/applications/add") with { IsFilled = true, IsFull = true },
        ["add-refused"] = new(AddTooManyAsync, 403) { IsFilled = true, IsFull = true },
        ["add-freed"] = new(FreeAsync, 403) { IsFilled = true, IsFull = true },

        ["add-paste"] = new(CaptureScreens.OpenAsync),
        ["add-filled"] = new(CaptureScreens.FillAsync),
        ["add-nothing-filled"] = new(CaptureScreens.FillNothingAsync),
        ["application"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}")) { IsFilled = true },
        ["application-sparse"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[4]}")) { IsFilled = true },
        ["application-long"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[^2]}")) { IsFilled = true },
        ["application-rejected"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[1]}")) { IsFilled = true },
        ["application-menu"] = new(OpenOtherStatusAsync) { IsFilled = true },
        ["application-dialog"] = new(AskToDeleteAsync) { IsFilled = true },
        ["application-moved"] = new(MoveAsync) { IsFilled = true },
        ["history"] = new(ShowHistoryAsync) { IsFilled = true },
        ["history-entry"] = new(EditEntryAsync) { IsFilled = true },
        ["edit"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/edit")) { IsFilled = true },
        ["edit-section"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/edit/comment")) { IsFilled = true },
        ["edit-in-place"] = new(EditInPlaceAsync) { IsFilled = true },
        ["edit-outdated"] = new(EditOutdatedAsync, 412) { IsFilled = true },
        ["analytics-new"] = Screen.At("/analytics"),
        ["analytics"] = AnalyticsScreens.Usual,
        ["analytics-all"] = AnalyticsScreens.All,
        ["analytics-tables"] = AnalyticsScreens.Tables,
        ["analytics-menu"] = AnalyticsScreens.Menu,
        ["analytics-drafts"] = AnalyticsScreens.Drafts,
        ["analytics-nothing"] = Screen.At("/analytics?from=2020-01-01&to=2020-01-31") with { IsFilled = true },
        ["analytics-mistakes"] = AnalyticsScreens.Mistakes,
        ["coach-empty"] = Screen.At("/coach"),
        ["coach"] = new(CoachScreens.ListAsync) { IsFilled = true },
        ["coach-consent"] = new(CoachScreens.ConsentAsync) { IsFilled = true },
        ["coach-new"] = new(CoachScreens.NewAsync) { IsFilled = true },
        ["coach-chat"] = new(CoachScreens.ChatAsync) { IsFilled = true },
        ["coach-context"] = new(CoachScreens.ContextAsync) { IsFilled = true },
        ["mock-none"] = Screen.At("/coach/mock"),
        ["mock-without-application"] = Screen.At("/coach/mock/new"),
        ["mock-set-up"] = new(MockScreens.SetUpAsync) { IsFilled = true },
        ["mock-refused"] = new(MockScreens.RefusedAsync, 400) { IsFilled = true },
        ["mock-question"] = new(MockScreens.AskedAsync) { IsFilled = true },
        ["mock-empty-answer"] = new(MockScreens.EmptyAnswerAsync, 400) { IsFilled = true },
        ["mock-feedback"] = new(MockScreens.JudgedAsync) { IsFilled = true },
        ["mock-report"] = new(MockScreens.ReportedAsync) { IsFilled = true },
        ["mock-replay"] = new(MockScreens.ReplayedAsync) { IsFilled = true },
        ["mock-list"] = new(MockScreens.ListedAsync) { IsFilled = true },
        ["questions-none"] = new(MockScreens.NoQuestionsAsync) { IsFilled = true },
        ["questions"] = new(MockScreens.QuestionsAsync) { IsFilled = true },
        ["coach-versions"] = new(CoachScreens.VersionsAsync) { IsFilled = true },
        ["deleted-empty"] = Screen.At("/applications/deleted"),
        ["deleted"] = new(ShowDeletedAsync) { IsFilled = true },

        ["deliverables-empty"] = Screen.At("/deliverables"),
        ["deliverables"] = new(DeliverableScreens.ShowAsync) { IsFilled = true },
        ["deliverables-done"] = new(DeliverableScreens.ShowDoneAsync) { IsFilled = true },
        ["deliverables-undo"] = new(DeliverableScreens.TickAsync) { IsFilled = true },
        ["deliverables-menu"] = new(DeliverableScreens.OpenFilterAsync) { IsFilled = true },
        ["deliverables-filtered"] = new(DeliverableScreens.ShowFilteredAsync) { IsFilled = true },
        ["deliverables-nothing"] = Screen.At("/deliverables?kind=essay") with { IsFilled = true },
        ["deliverables-tab"] = new(DeliverableScreens.ShowTabAsync) { IsFilled = true },
        ["deliverables-tab-empty"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[0]}/deliverables")) { IsFilled = true },
        ["deliverable-add"] = Screen.At("/deliverables/add") with { IsFilled = true },
        ["deliverable-add-empty"] = Screen.At("/deliverables/add"),
        ["deliverable-add-mistakes"] = new(DeliverableScreens.AddWronglyAsync, 400) { IsFilled = true },
        ["deliverable"] = new(DeliverableScreens.ReadAsync) { IsFilled = true },
        ["deliverable-unwritten"] = new(DeliverableScreens.WriteAsync) { IsFilled = true },
        ["deliverable-dialog"] = new(DeliverableScreens.AskToDeleteAsync) { IsFilled = true },
        ["deliverable-outdated"] = new(DeliverableScreens.EditOutdatedAsync, 412) { IsFilled = true },
        ["deliverable-insert-empty"] = new(DeliverableScreens.InsertNothingAsync) { IsFilled = true },
        ["deliverable-insert"] = new(DeliverableScreens.InsertAsync) { IsFilled = true },
        ["deliverable-insert-into"] = new(DeliverableScreens.InsertIntoAsync) { IsFilled = true },
        ["interviews-empty"] = Screen.At("/interviews"),
        ["interviews"] = InterviewScreens.Agenda,
        ["interview-choose"] = InterviewScreens.Choose,
        ["interview-choose-empty"] = Screen.At("/interviews/add"),
        ["interview-add"] = InterviewScreens.Add,
        ["interview-twice"] = InterviewScreens.Twice,
        ["interview"] = InterviewScreens.Prepare,
        ["interview-over"] = InterviewScreens.Over,
        ["interview-dialog"] = InterviewScreens.Ask,
        ["interview-edit"] = InterviewScreens.Edit,
        ["interview-outdated"] = InterviewScreens.Outdated,
        ["rounds"] = InterviewScreens.Rounds,
        ["rounds-empty"] = InterviewScreens.NoRounds,
        ["writing-empty"] = Screen.At("/writing"),
        ["writing"] = new(stage => WritingScreens.ListAsync(stage, "/writing")),
        ["writing-all"] = new(stage => WritingScreens.ListAsync(stage, "/writing?bank=false")) { IsFilled = true },
        ["writing-nothing"] = new(stage => WritingScreens.ListAsync(stage, "/writing?q=xyz")),
        ["writing-add"] = Screen.At("/writing/add"),
        ["writing-mistakes"] = new(WritingScreens.AddWronglyAsync, 400),
        ["note"] = new(WritingScreens.ReadAsync),
        ["note-edit"] = new(WritingScreens.EditAsync),
        ["note-outdated"] = new(WritingScreens.EditOutdatedAsync, 412),
        ["application-writing-empty"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/writing")) { IsFilled = true },
        ["application-writing"] = new(WritingScreens.TabAsync) { IsFilled = true },
        ["writing-into"] = new(WritingScreens.TakeOverAsync) { IsFilled = true },
        ["files-empty"] = new(stage => stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/files")) { IsFilled = true },
        ["files"] = new(WritingScreens.FilesAsync) { IsFilled = true },

        ["session-empty"] = Screen.At("/session"),
        ["session"] = new(SessionScreens.OpenAsync),
        ["session-all"] = new(SessionScreens.AllAsync),
        ["session-menu"] = new(SessionScreens.MenuAsync),
        ["session-edit"] = new(SessionScreens.EditAsync),
        ["session-delete"] = new(SessionScreens.AskAsync),
        ["session-mistakes"] = new(SessionScreens.MistakesAsync, 400),
        ["session-earlier"] = new(SessionScreens.EarlierAsync),
        ["session-earlier-dialog"] = new(SessionScreens.AskEarlierAsync),
        ["session-finish"] = new(SessionScreens.FinishAsync) { IsFilled = true },
        ["session-left"] = new(SessionScreens.LeftAsync),
        ["session-finished"] = new(SessionScreens.FinishedAsync),
        ["session-entry"] = new(SessionScreens.EntryAsync),
        ["practice"] = Screen.At("/coach/practice?type=technical") with { IsFilled = true },
        ["practice-prompt"] = new(stage => stage.Page.GotoAsync($"/coach/practice?application={stage.Ids[^1]}")) { IsFilled = true },
        ["practice-empty"] = Screen.At("/coach/practice"),

        ["settings"] = Screen.At("/settings"),
        ["security"] = Screen.At("/settings/security"),
        ["ai-keys"] = Screen.At("/settings/ai"),
        ["reminders"] = Screen.At("/settings/reminders"),
        ["reminders-confirmed"] = new(ReminderScreens.ConfirmedAsync),
        ["unsubscribe"] = new(ReminderScreens.AskAsync) { IsPublic = true },
        ["unsubscribed"] = new(ReminderScreens.StopAsync) { IsPublic = true },
        ["unsubscribe-cut"] = Screen.At("/unsubscribe/abc", 404) with { IsPublic = true },
        ["capture"] = Screen.At("/settings/capture"),
        ["capture-by-hand"] = new(OpenCaptureByHandAsync),
        ["offline"] = Screen.At("/offline") with { IsPublic = true },
        ["admin"] = new(AdminScreens.OverviewAsync),
        ["admin-users"] = new(AdminScreens.UsersAsync),
        ["admin-nobody"] = new(AdminScreens.NobodyAsync),
        ["admin-account"] = new(AdminScreens.AccountAsync),
        ["admin-limits-wrong"] = new(AdminScreens.WrongLimitsAsync, 400),
        ["admin-dialog"] = new(AdminScreens.AskAsync),
        ["admin-invited"] = new(AdminScreens.InvitedAsync),
        ["admin-not-for-you"] = Screen.At("/admin", 403),
        ["calendar-none"] = Screen.At("/settings/calendar"),
        ["calendar-address"] = new(CalendarScreens.AddressAsync),
        ["calendar-shared"] = new(CalendarScreens.SharedAsync),
        ["calendar-dialog"] = new(CalendarScreens.AskAsync),
        ["data-empty"] = Screen.At("/settings/data"),
        ["data"] = new(TransferScreens.FilledAsync) { IsFilled = true },
        ["import"] = Screen.At("/settings/import"),
        ["import-preview"] = new(ImportScreens.PreviewAsync),
        ["import-mapping"] = new(ImportScreens.MappingAsync),
        ["import-errors"] = new(ImportScreens.ErrorsAsync, 400),
        ["import-refused"] = new(ImportScreens.RefusedAsync),
        ["import-running"] = new(ImportScreens.RunningAsync),
        ["import-broken"] = new(ImportScreens.BrokenAsync),
        ["import-result"] = new(ImportScreens.ResultAsync),
        ["data-refused"] = new(TransferScreens.RefusedAsync, 429),
        ["security-mistakes"] = new(ChangePasswordWronglyAsync, 400),
        ["delete-account"] = Screen.At("/settings/delete"),
        ["devices"] = new(AccountScreens.DevicesAsync),
        ["email"] = Screen.At("/settings/email"),
        ["email-mistakes"] = new(AccountScreens.ChangeAddressWronglyAsync, 400),
        ["two-factor-off"] = Screen.At("/settings/two-factor"),
        ["two-factor-set-up"] = new(AccountScreens.SetUpAsync),
        ["two-factor-refused"] = new(AccountScreens.SetUpWronglyAsync, 400),
        ["two-factor-codes"] = new(AccountScreens.SwitchOnAsync),
        ["two-factor-on"] = new(AccountScreens.OnAsync),
        ["sign-in-code"] = new(AccountScreens.AskedForCodeAsync),
        ["sign-in-code-refused"] = new(AccountScreens.CodeWronglyAsync, 400),
        ["forgot"] = Screen.At("/account/forgot") with { IsPublic = true },
        ["forgot-asked"] = new(AccountScreens.AskForResetAsync) { IsPublic = true },
        ["reset"] = Screen.At("/account/reset?token=abc&email=camille@example.org") with { IsPublic = true },
        ["reset-refused"] = new(AccountScreens.ResetWronglyAsync, 400) { IsPublic = true },
        ["confirm"] = Screen.At("/account/confirm?token=abc") with { IsPublic = true },
        ["confirm-refused"] = new(AccountScreens.ConfirmWronglyAsync, 400) { IsPublic = true },
    };

    private static async Task OpenCaptureByHandAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/settings/capture");
        await stage.Page.Locator(".panel summary").ClickAsync();
        await Stage.ShownAsync(stage.Page.Locator("#bookmark-address"));
    }

    private static async Task EditInPlaceAsync(Stage stage)
    {
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}");
        await stage.Page.GetByRole(AriaRole.Link, new() { Name = stage.T["Edit the facts"] }).ClickAsync();
        await Stage.ShownAsync(stage.Button("Save"));
    }

    private static async Task RegisterWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/account/register");
        await stage.FillAsync("E-mail", "camille@nowhere");
        await stage.FillAsync("Password", "short");
        await stage.ClickAsync("Create the account");
        await stage.AlertedAsync();
    }

    private static async Task SignInWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/account/sign-in");
        await stage.FillAsync("E-mail", "camille@example.org");
        await stage.FillAsync("Password", "not the password at all");
        await stage.ClickAsync("Sign in");
        await stage.AlertedAsync();
    }

    private static async Task OpenStatusFilterAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications");
        await stage.Page.GetByRole(AriaRole.Search).Locator("summary").First.ClickAsync();
    }

    private static async Task ChooseAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications");
        await stage.Page.GetByLabel(stage.T["Select {0}", "Kestrel Maps"]).CheckAsync();
        await stage.Page.GetByLabel(stage.T["Select {0}", "Alder Health"]).CheckAsync();
    }

    private static async Task MoveChosenAsync(Stage stage)
    {
        await ChooseAsync(stage);
        await stage.OpenMenuAsync("Move to…");
    }

    private static async Task DeleteChosenAsync(Stage stage)
    {
        await ChooseAsync(stage);
        await stage.ClickAsync("Delete");
    }

    private static async Task DeleteAsync(Stage stage)
    {
        await AskToDeleteAsync(stage);
        await stage.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await Stage.ShownAsync(stage.Button("Undo"));
    }

    private static async Task OpenAccountMenuAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications");
        await stage.Page.GetByLabel(stage.T["Menu and account: {0}", "Camille Roux"]).ClickAsync();
    }

    private static async Task OpenShortcutsAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications");
        await stage.Page.Keyboard.PressAsync("?");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Dialog));
    }

    private static async Task OpenPaletteAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications");
        await stage.Page.Keyboard.PressAsync("Control+k");
        await stage.Page.Keyboard.TypeAsync("engineer");
        await Stage.ShownAsync(stage.Page.Locator("dialog [data-chosen]"));
    }

    private static async Task AddLineWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/");
        await stage.Page.Locator("input[name=line]").FillAsync("Kestrel Maps");
        await stage.Page.Keyboard.PressAsync("Enter");
        await Stage.ShownAsync(stage.Page.Locator("#line-error"));
    }

    private static async Task OpenCardMenuAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/board");
        var card = stage.Page.Locator(".cards[data-status=Applied] .card").First;
        await card.HoverAsync();
        await card.Locator("summary").ClickAsync();
    }

    private static async Task MoveCardAsync(Stage stage)
    {
        await OpenCardMenuAsync(stage);
        var card = stage.Page.Locator(".cards[data-status=Applied] .card").First;
        await card.GetByRole(AriaRole.Button, new() { Name = stage.T["Offer"], Exact = true }).ClickAsync();
        await Stage.ShownAsync(stage.Button("Undo"));
    }

    private static async Task AddWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications/add");
        await stage.FillAsync("Link", "ftp://files.example/job");
        await stage.ClickAsync("Save application");
        await stage.AlertedAsync();
    }

    private static async Task AddTwiceAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications/add");
        await TypeAsync(stage, "Kestrel Maps", "Graduate software engineer");
        await Stage.ShownAsync(stage.Page.Locator("#duplicates .note"));
    }

    private static async Task AddTooManyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/applications/add");
        await TypeAsync(stage, "Thornbury Labs", "Backend developer intern");
        await stage.ClickAsync("Save application");
        await stage.AlertedAsync();
    }

    private static async Task FreeAsync(Stage stage)
    {
        await AddTooManyAsync(stage);
        await stage.ClickAsync("Delete {0}", "Cobalt Rail");
        await Stage.ShownAsync(stage.Page.GetByText(stage.T["There is a place now."]));
    }

    private static async Task TypeAsync(Stage stage, string company, string position)
    {
        await stage.FillAsync("Company", company);
        await stage.FillAsync("Position", position);
        await stage.Page.Keyboard.PressAsync("Tab");
    }

    private static async Task OpenOtherStatusAsync(Stage stage)
    {
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}");
        await stage.OpenMenuAsync("Other status");
    }

    private static async Task AskToDeleteAsync(Stage stage)
    {
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}");
        await stage.Page.GetByLabel(stage.T["More"], new() { Exact = true }).ClickAsync();
        await stage.ClickAsync("Delete");
        await Stage.ShownAsync(stage.Page.GetByRole(AriaRole.Dialog));
    }

    private static async Task MoveAsync(Stage stage)
    {
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}");
        await stage.ClickAsync("Move to {0}", stage.T["Offer"]);
        await Stage.ShownAsync(stage.Button("Undo"));
    }

    private static async Task ShowHistoryAsync(Stage stage)
    {
        await stage.Person.SendAsync(
            HttpMethod.Post,
            $"/api/applications/{stage.Ids[^1]}/status",
            new
            {
                status = "screening",
                occurred_on = "2026-01-12",
                note = "Call with Hannah Whitlock.",
            }
        );
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/history");
    }

    private static async Task EditEntryAsync(Stage stage)
    {
        await ShowHistoryAsync(stage);
        await stage.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link).First.ClickAsync();
        await Stage.ShownAsync(stage.Button("Save"));
    }

    private static async Task EditOutdatedAsync(Stage stage)
    {
        await stage.Page.GotoAsync($"/applications/{stage.Ids[^1]}/edit");
        await stage.Person.SendAsync(HttpMethod.Patch, $"/api/applications/{stage.Ids[^1]}", new { location = "Leeds" });
        await stage.FillAsync("Place", "London");
        await stage.ClickAsync("Save");
        await stage.AlertedAsync();
    }

    private static async Task ShowDeletedAsync(Stage stage)
    {
        foreach (var id in stage.Ids.TakeLast(3))
            await stage.Person.SendAsync(HttpMethod.Delete, $"/api/applications/{id}");
        await stage.Page.GotoAsync("/applications/deleted");
    }

    private static async Task ChangePasswordWronglyAsync(Stage stage)
    {
        await stage.Page.GotoAsync("/settings/security");
        await stage.FillAsync("Current password", "not the password at all");
        await stage.FillAsync("New password", "seven green bicycles");
        await stage.ClickAsync("Change the password");
        await stage.AlertedAsync();
    }
}
