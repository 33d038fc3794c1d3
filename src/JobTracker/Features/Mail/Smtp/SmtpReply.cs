namespace JobTracker.Features.Mail.Smtp;

/// <summary>What the server said: RFC 5321, section 4.2. Its words are not kept, since they may repeat an address.</summary>
/// <param name="Lines">Without their numbers; only those of a greeting are looked at.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int GoesOn = 300;
    private const int ForNow = 400;
    private const int ForGood = 500;

    public const int ClosesChannel = 421;
    public const int WantsSignIn = 530;

    public bool IsGood => Code < GoesOn;

    public bool AsksForMore => Code is >= GoesOn and < ForNow;

    public bool IsForNow => Code is >= ForNow and < ForGood;

    /// <summary>Whether the greeting names this extension.</summary>
    public bool Offers(string extension) => Parameters(extension) is not null;

    /// <summary>What stands behind the extension's name, in capitals; null when it is not offered.</summary>
    public IReadOnlyList<string>? Parameters(string extension) =>
        Lines
            .Skip(1)
            .Select(line => line.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0 && words[0] == extension)
            .Select(words => words[1..])
            .FirstOrDefault();
}
