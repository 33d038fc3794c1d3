using JobTracker.Testing;
using JobTracker.Tests.Features.Files;

namespace JobTracker.Tests.Architecture;

/// <summary>Every handler of a page that takes an id answers 404 to anybody but the row's owner. Administrators' are nobody's own: see AdminRightsTests.</summary>
public sealed class PageOwnershipTests(SharedApp shared)
{
    private const string AnyForm = "/applications/add";

    [Fact]
    public async Task A_page_about_somebody_elses_row_is_a_page_about_nothing()
    {
        var handlers = (await PageHandler.AllAsync(shared.App))
            .Where(handler => handler.Ids.Count > 0 && !handler.IsForAdministrators)
            .ToList();
        Assert.NotEmpty(handlers);
        foreach (var handler in handlers)
        {
            var needsDeleted = handler.Name == "Restore";
            using var owner = await Possessions.CreateAsync(shared.App, needsDeleted);
            using var user = await shared.App.RegisterAsync();
            using var stranger = await TestBrowser.SignInAsync(shared.App, user);
            using var self = await TestBrowser.SignInAsync(shared.App, owner.User);
            var before = await owner.EverythingAsync();

            using var foreign = await SendAsync(stranger, handler, owner);
            Assert.True((int)foreign.StatusCode == 404, $"{handler} answers {(int)foreign.StatusCode} to somebody else.");
            Assert.Equal(before, await owner.EverythingAsync());

            using var own = await SendAsync(self, handler, owner);
            Assert.True(
                (int)own.StatusCode is 200 or 302 or 412,
                $"{handler} answers {(int)own.StatusCode} to the owner: are its fields in PageHandler?"
            );
        }
    }

    private static Task<HttpResponseMessage> SendAsync(TestBrowser browser, PageHandler handler, Possessions owner)
    {
        var path = handler.PathFor(owner);
        if (handler.Verb == "Get")
            return browser.Client.GetAsync(path);
        return handler.TakesFile
            ? browser.UploadAsync(path, Samples.Form("taken.pdf", Samples.Pdf, "Input.File"), formOn: AnyForm)
            : browser.PostAsync(path, handler.Fields, formOn: AnyForm);
    }
}
