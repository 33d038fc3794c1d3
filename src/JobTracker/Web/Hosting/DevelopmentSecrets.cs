using System.Security.Cryptography;
using JobTracker.Web.Bearer;
using JobTracker.Web.KeyRing;

namespace JobTracker.Web.Hosting;

/// <summary>Secrets that Development makes once for itself, one file each, readable by their owner alone.</summary>
internal static class DevelopmentSecrets
{
    private const int Bytes = 48;

    /// <summary>Fills in what no setting gives.</summary>
    public static void AddDevelopmentSecrets(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            return;
        string[] missing =
        [
            .. new[] { JwtOptions.Setting, KeyRingOptions.Setting }.Where(setting => string.IsNullOrEmpty(builder.Configuration[setting])),
        ];
        var folder = DataFolder.Of(builder.Environment);
        builder.Configuration.AddInMemoryCollection(missing.ToDictionary(setting => setting, setting => (string?)Get(folder, setting)));
    }

    private static string Get(string folder, string setting)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, setting.ToLowerInvariant());
        if (!File.Exists(file))
            Make(file);
        return File.ReadAllText(file).Trim();
    }

    /// <summary>Written aside and moved into place, so that two starts at once agree on one and none reads half of it.</summary>
    private static void Make(string file)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
