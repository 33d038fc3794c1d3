using FluentValidation;
using JobTracker.Data;
using JobTracker.Data.Throttling;
using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>
/// Takes down that somebody wants a new password. The answer is the same in the same time whoever has the address, because nobody has looked
/// yet: that is done afterwards (<see cref="AnswerResets"/>).
/// </summary>
public sealed class AskForReset(
    JobTrackerDb db,
    AskForReset.Rules rules,
    Throttles throttles,
    ResetBell bell,
    MailStanding mail,
    MailRefusal refusal,
    TimeProvider clock
)
{
    public sealed record Input
    {
        public string? Email { get; init; }
    }

    public sealed class Rules : AbstractValidator<Input>
    {
        public Rules(IStringLocalizer<Texts> t) =>
            RuleFor(input => input.Email).NotEmpty().WithMessage(_ => t["Enter your e-mail address."]).Text(Emails.Most, t);
    }

    public async Task<Outcome<Nothing>> RunAsync(Input input, Caller caller, CancellationToken cancel)
    {
        if (!mail.IsOn)
            return refusal.Sentence();
        if (rules.Check(input) is { } refused)
            return refused;
        if (await throttles.HitAsync(Throttles.LoginByNetwork, caller.Network, cancel) is { } tooMany)
            return tooMany;
        var normalized = Emails.Normalize(input.Email!.Trim());
        // Who asks too often gets the usual answer and no mail: a mailbox must not be flooded, and nobody is told whether it is one.
        if (await throttles.HitAsync(Throttles.Reset, normalized, cancel) is not null)
            return Nothing.Value;
        var now = clock.Now();
        db.Add(
            new ResetRequest
            {
                Id = Guid.CreateVersion7(now),
                NormalizedEmail = normalized,
                CreatedAt = now,
            }
        );
        await db.SaveChangesAsync(cancel);
        bell.Ring();
        return Nothing.Value;
    }
}
