using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace JobTracker.Web.Hosting;

/// <summary>What whoever runs the app reads when it does not start: a sentence for what they can mend, in place of a stack trace.</summary>
public static class StartupSentences
{
    private const string Choose = "choose another with ASPNETCORE_URLS, for example http://127.0.0.1:5001";

    /// <summary>Null for anything that is not theirs to mend.</summary>
    public static string? Of(Exception problem) =>
        problem switch
        {
            StartupException => problem.Message,
            OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
            FormatException when problem.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
                $"The address to listen on cannot be read: {Choose}.",
            IOException or SocketException => Socket(problem)?.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"The port is in use: stop the other program, or {Choose}.",
                SocketError.AccessDenied => $"This user may not listen on that port: {Choose}.",
                SocketError.AddressNotAvailable => $"This machine does not have the address to listen on: {Choose}.",
                _ => null,
            },
            _ => null,
        };

    private static SocketException? Socket(Exception? problem) =>
        problem is null ? null : problem as SocketException ?? Socket(problem.InnerException);
}
