using JobTracker.Features.Transfer.Export;
using JobTracker.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.BrowserTests.Screens;

/// <summary>The steps to the screens of import and export.</summary>
internal static class TransferScreens
{
    private const string Path = "/settings/data";

    /// <summary>With files, and with something deleted.</summary>
    public static async Task FilledAsync(Stage stage)
    {
        await WritingScreens.FilesAsync(stage);
        using var deleted = await stage.Person.SendAsync(HttpMethod.Delete, $"/api/applications/{stage.Ids[0]}");
        deleted.EnsureSuccessStatusCode();
        await stage.Page.GotoAsync(Path);
    }

    /// <summary>Two exports of this person's run already.</summary>
    public static async Task RefusedAsync(Stage stage)
    {
        await stage.Page.GotoAsync(Path);
        var gate = stage.App.Services.GetRequiredService<ExportGate>();
        var places = new List<IDisposable?>();
        for (var place = 0; place < ExportGate.MostOfOne; place++)
            places.Add(await gate.EnterAsync(new UserId(stage.Person.Id), CancellationToken.None));
        await stage.ClickAsync("Download as CSV");
        await stage.AlertedAsync();
        places.ForEach(place => place?.Dispose());
    }
}
