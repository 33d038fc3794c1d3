using FluentValidation;
using JobTracker.Data;
using JobTracker.Features.Coach.Context;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Providers;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Conversations;

/// <summary>One answer about an application, in one piece. The caller keeps the history; nothing of it is stored here.</summary>
public sealed class AskOnce(JobTrackerDb db, AskOnce.Rules rules, OpenModel open, PackContext pack, CoachAllowance allowance)
{
    public sealed record Said
    {
        public string? Role { get; init; }
        public string? Content { get; init; }
    }

    public sealed record Input
    {
        public string? Message { get; init; }

        /// <summary>What was said before, oldest first.</summary>
        public IReadOnlyList<Said> History { get; init; } = [];
    }

    public sealed record Answer(string Reply, TokenUsage? Usage);

    public sealed class Rules : AbstractValidator<Input>
    {
        public const int MostTurns = 100;
        public const int MostHistory = 100_000;
        public const string User = "user";
        public static readonly IReadOnlyList<string> Roles = [User, "coach", "assistant"];

        public Rules(IStringLocalizer<Texts> t)
        {
            RuleFor(input => input.Message).NotEmpty().WithMessage(_ => t["Write a message."]).Spoken(SendMessage.MostText, t);
            RuleFor(input => input.History)
                .Must(history => history.Count <= MostTurns)
                .WithMessage(_ => t["Use at most {0} earlier messages.", MostTurns])
                .Must(history => history.Sum(said => (long)(said.Content?.Length ?? 0)) <= MostHistory)
                .WithMessage(_ => t["The earlier messages have more than {0} characters together.", MostHistory]);
            RuleForEach(input => input.History)
                .ChildRules(said =>
                {
                    said.RuleFor(one => one.Role)
                        .Must(role => Roles.Contains(role, StringComparer.Ordinal))
                        .WithMessage(_ => t["Use user, coach or assistant."]);
                    said.RuleFor(one => one.Content).NotEmpty().WithMessage(_ => t["Write a message."]).Spoken(MostHistory, t);
                });
        }
    }

    public async Task<Outcome<Answer>> RunAsync(UserId owner, Guid applicationId, Input input, CancellationToken cancel)
    {
        var asked = input with { Message = Tidy.Block(input.Message) };
        if (rules.Check(asked) is { } refused)
            return refused;
        if (!await db.Applications.OwnedBy(owner).AnyAsync(row => row.Id == applicationId, cancel))
            return new NotFound();
        var opened = await open.RunAsync(owner, cancel);
        if (opened is not Done<CoachModel> { Value: var model })
            return ((Failed<CoachModel>)opened).Failure;
        if (await pack.RunAsync(owner, applicationId, [], TurnsOf(asked), summary: null, cancel) is not { } prompt)
            return new NotFound();
        var reserved = await allowance.ReserveAsync(owner, model.Purse, BeginReply.Estimate, cancel);
        if (reserved is not Done<Reservation> { Value: var reservation })
            return ((Failed<Reservation>)reserved).Failure;
        try
        {
            var answering = model.Client.GetResponseAsync(prompt.Messages, ThinkOfReply.Options, cancel);
            var answer = await allowance.WhileAsync(owner, reservation.Id, answering, cancel);
            var total = answer.Usage?.TotalTokenCount ?? prompt.Tokens + answer.Text.Length / 4;
            await allowance.SettleAsync(owner, reservation.Id, total, CancellationToken.None);
            var usage = answer.Usage?.InputTokenCount is { } sent ? new TokenUsage((int)sent, (int)(total - sent)) : null;
            return new Answer(answer.Text, usage);
        }
        catch (AiException broken)
        {
            await allowance.RefundAsync(owner, reservation.Id, CancellationToken.None);
            return broken.Trouble;
        }
        catch
        {
            await allowance.RefundAsync(owner, reservation.Id, CancellationToken.None);
            throw;
        }
    }

    private static IReadOnlyList<Turn> TurnsOf(Input asked) =>
        [
            .. asked.History.Select(said => new Turn(said.Role == Rules.User ? ChatRole.User : ChatRole.Assistant, said.Content!)),
            new(ChatRole.User, asked.Message!),
        ];
}
