namespace JobTracker.BrowserTests.Attacks;

/// <summary>Where each page is found with the hostile account's rows.</summary>
internal static class Addresses
{
    /// <summary>By the page's pattern, the paths to open; names in braces are of <see cref="HostileAccount.Ids"/>.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByPattern = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [""] = ["/"],
        ["account/confirm"] = ["/account/confirm"],
        ["account/forgot"] = ["/account/forgot"],
        ["account/register"] = ["/account/register"],
        ["account/reset"] = ["/account/reset"],
        ["account/sign-in"] = ["/account/sign-in"],
        ["account/sign-in/code"] = ["/account/sign-in/code"],
        ["account/sign-out"] = ["/account/sign-out"],
        ["admin"] = ["/admin"],
        ["admin/invitations"] = ["/admin/invitations"],
        ["admin/users"] = ["/admin/users"],
        ["admin/users/{id:guid}"] = ["/admin/users/{user}"],
        ["analytics"] = ["/analytics?period=all"],
        ["applications"] = ["/applications", "/applications?q=onerror&sort=company&order=asc"],
        ["applications/add"] = ["/applications/add"],
        ["applications/deleted"] = ["/applications/deleted"],
        ["applications/{id:guid}"] = ["/applications/{application}"],
        ["applications/{id:guid}/coach"] = ["/applications/{application}/coach", "/applications/{application}/coach?new=true"],
        ["applications/{id:guid}/deliverables"] = ["/applications/{application}/deliverables"],
        ["applications/{id:guid}/edit/{section:regex(^(facts|comment|posting)$)?}"] =
        [
            "/applications/{application}/edit",
            "/applications/{application}/edit/posting",
        ],
        ["applications/{id:guid}/files"] = ["/applications/{application}/files"],
        ["applications/{id:guid}/history"] = ["/applications/{application}/history"],
        ["applications/{id:guid}/history/{changeId:guid}"] = ["/applications/{application}/history/{change}"],
        ["applications/{id:guid}/interviews"] = ["/applications/{application}/interviews"],
        ["applications/{id:guid}/questions"] = ["/applications/{application}/questions"],
        ["applications/{id:guid}/writing"] = ["/applications/{application}/writing"],
        ["board"] = ["/board"],
        ["coach"] = ["/coach"],
        ["coach/mock"] = ["/coach/mock"],
        ["coach/mock/new"] = ["/coach/mock/new?application={application}"],
        ["coach/mock/{id:guid}"] = ["/coach/mock/{mock}?q={asked}"],
        ["coach/mock/{id:guid}/report"] = ["/coach/mock/{mock}/report"],
        ["coach/practice"] = ["/coach/practice?application={application}"],
        ["coach/{id:guid}"] = ["/coach/{conversation}"],
        ["coach/{id:guid}/replies/{reply:guid}/stream"] = [],
        ["deliverables"] = ["/deliverables", "/deliverables?application={application}"],
        ["deliverables/add"] = ["/deliverables/add?application={application}"],
        ["deliverables/insert"] = ["/deliverables/insert?note={note}"],
        ["deliverables/{id:guid}"] = ["/deliverables/{deliverable}"],
        ["deliverables/{id:guid}/insert"] = ["/deliverables/{deliverable}/insert"],
        ["error/{code:int}"] = ["/error/404"],
        // Its answer is a download: FilesTests.
        ["files/{id:guid}"] = [],
        ["full"] = ["/full"],
        ["interviews"] = ["/interviews"],
        ["interviews/add"] = ["/interviews/add", "/interviews/add?application={application}"],
        ["interviews/{id:guid}"] = ["/interviews/{interview-0}", "/interviews/{interview-2}"],
        ["interviews/{id:guid}/edit"] = ["/interviews/{interview}/edit"],
        ["legal"] = ["/legal"],
        // Answers to a POST alone.
        ["markdown/preview"] = [],
        ["offline"] = ["/offline"],
        ["preferences/{handler}"] = ["/preferences/theme"],
        ["privacy"] = ["/privacy"],
        ["search"] = ["/search?q=onerror", "/search?handler=List&q=onerror"],
        ["session"] = ["/session", "/session?all=true"],
        ["session/{id:guid}"] = ["/session/{finished}"],
        ["session/{id:guid}/entries/{entry:guid}/{section:regex(^delete$)?}"] =
        [
            "/session/{session}/entries/{entry}",
            "/session/{session}/entries/{entry}/delete",
        ],
        ["session/{id:guid}/finish"] = ["/session/{session}/finish"],
        ["settings"] = ["/settings"],
        ["settings/ai"] = ["/settings/ai"],
        ["settings/calendar"] = ["/settings/calendar"],
        ["settings/capture"] = ["/settings/capture"],
        ["settings/data"] = ["/settings/data"],
        ["settings/delete"] = ["/settings/delete"],
        ["settings/email"] = ["/settings/email"],
        ["settings/import"] = ["/settings/import"],
        ["settings/import/{id:guid}"] = ["/settings/import/{upload}"],
        ["settings/reminders"] = ["/settings/reminders"],
        ["settings/security"] = ["/settings/security"],
        ["settings/two-factor"] = ["/settings/two-factor"],
        ["today"] = ["/today"],
        ["unsubscribe/{token}"] = ["/unsubscribe/abc"],
        ["writing"] = ["/writing", "/writing?bank=false"],
        ["writing/add"] = ["/writing/add?application={application}"],
        ["writing/{id:guid}"] = ["/writing/{note}"],
    };

    /// <summary>A page's address for this account.</summary>
    public static string For(HostileAccount account, string path) =>
        account.Ids.Aggregate(
            path.Replace("{user}", account.User.Id.ToString(), StringComparison.Ordinal),
            (address, id) => address.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal)
        );
}
