using JobTracker.Features.Shared;

namespace JobTracker.Tests.Features.Shared;

public sealed class IconTests
{
    [Fact]
    public void The_sprite_has_every_icon_that_code_names()
    {
        var drawn = File.ReadAllLines(Path.Combine(Root(), "src", "JobTracker", "assets", "icons.txt"));

        Assert.Empty(StatusLook.All.Select(look => look.Icon).Concat(Navigation.All.Select(entry => entry.Icon)).Except(drawn));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JobTracker.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
