using System.Net.Sockets;
using JobTracker.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    await using var ownDatabase = await builder.AddDatabaseAsync();
    builder.AddJobTracker();
    await using var app = builder.Build();
    if (args is ["migrate"])
    {
        await app.MigrateAsync();
        return 0;
    }
    if (app.Configuration.GetValue("Database:MigrateOnStart", app.Environment.IsDevelopment()))
        await app.MigrateAsync();
    app.UseJobTracker();
    await app.RunAsync();
    return 0;
}
catch (StartupException problem)
{
    return Stop(problem.Message);
}
catch (OptionsValidationException wrong)
{
    return Stop(string.Join(Environment.NewLine, wrong.Failures));
}
catch (IOException taken)
    when (taken.InnerException?.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
{
    return Stop(
        "The port is in use: stop the other program, or choose another port with ASPNETCORE_URLS, for example http://127.0.0.1:5001"
    );
}

static int Stop(string sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}

/// <summary>The entry point, by name for the tests' host.</summary>
public partial class Program;
