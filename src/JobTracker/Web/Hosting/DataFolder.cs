namespace JobTracker.Web.Hosting;

/// <summary>Where development keeps what it makes for itself: the folder <c>.data</c> beside the project.</summary>
public static class DataFolder
{
    public static string Of(IHostEnvironment environment) => Path.Combine(environment.ContentRootPath, ".data");
}
