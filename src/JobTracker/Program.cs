using JobTracker.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    var command = Commands.NameOf(args);
    if (command == Commands.Health)
        return await HealthQuestion.AskAsync();
    var builder = WebApplication.CreateBuilder(args);
    await using var database = builder.AddDatabase();
    builder.AddJobTracker();
    await using var app = builder.Build();
    // Here and not in the host's start, which would log a stack trace beside the sentence.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    app.MakeModel();
    await database.ReadyAsync();
    if (await app.RunCommandAsync(command, args))
        return 0;
    // Two halves of the start that know nothing of each other.
    var isPrepared = Task.Run(app.PrepareDataAsync);
    app.UseJobTracker();
    await isPrepared;
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (StartupSentences.Of(problem) is { } sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}

/// <summary>The entry point, by name for the tests' host.</summary>
public partial class Program;
