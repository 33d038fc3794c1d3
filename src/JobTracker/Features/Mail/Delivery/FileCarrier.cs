using System.Globalization;
using System.Net.Mail;

namespace JobTracker.Features.Mail.Delivery;

/// <summary>Development's way: mails become files that a mail program opens, under <c>.data/mail</c>.</summary>
internal sealed partial class FileCarrier(string folder, ILogger<FileCarrier> logger) : IMailCarrier
{
    private static readonly MailAddress Sender = new("jobtracker@localhost", "JobTracker");

    public async Task<Attempt> CarryAsync(OutgoingMail mail, Func<Task<bool>> handingOver, CancellationToken cancel)
    {
        if (!await handingOver())
            return Attempt.Lost;
        Directory.CreateDirectory(folder);
        var time = mail.WrittenAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"{time}-{mail.Kind}-{mail.Id:N}.eml");
        await File.WriteAllBytesAsync(file, Mime.Write(mail, Sender), CancellationToken.None);
        LogWritten(file);
        return Attempt.Done;
    }

    public Task RestAsync() => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "Wrote a mail to {File}")]
    private partial void LogWritten(string file);
}
