using JobTracker.Features.Accounts;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Providers
{
    public enum Purse
    {
        Server,
        Own,
    }

    public sealed record CoachModel(IChatClient Client, AiProvider Provider, string Model, Purse Purse);

    public sealed class OpenModel
    {
        public Task<Outcome<CoachModel>> RunAsync(UserId owner, CancellationToken cancel) => throw new NotSupportedException();
    }

    public static class AiSentences
    {
        public static string Of(AiTrouble trouble, AiProvider? provider, IStringLocalizer<Texts> t) => t[trouble.Code];
    }
}

namespace JobTracker.Features.Coach.Limits
{
    using JobTracker.Features.Coach.Providers;

    public sealed record Reservation(Guid Id, Purse Purse);

    public sealed class CoachAllowance
    {
        public Task<Outcome<Reservation>> ReserveAsync(UserId owner, Purse purse, long tokens, CancellationToken cancel) =>
            throw new NotSupportedException();

        public Task RenewAsync(UserId owner, Guid reservation, CancellationToken cancel) => throw new NotSupportedException();

        public Task SettleAsync(UserId owner, Guid reservation, long tokens, CancellationToken cancel) => throw new NotSupportedException();

        public Task RefundAsync(UserId owner, Guid reservation, CancellationToken cancel) => throw new NotSupportedException();
    }

    public sealed class ReadStanding
    {
        public Task<CoachStanding?> RunAsync(UserId owner, CancellationToken cancel) => throw new NotSupportedException();
    }

    public sealed record CoachStanding(
        AiProvider? Provider,
        string? Model,
        Purse? Purse,
        bool Agreed,
        int? MessagesLeft,
        int? MessagesMax,
        long? TokensLeft,
        long? TokensMax,
        DateTimeOffset ResetsAt
    );
}

namespace JobTracker.Features.Coach.Keys
{
    public sealed class GiveConsent
    {
        public Task<Outcome<Nothing>> RunAsync(UserId owner, AiProvider provider, CancellationToken cancel) =>
            throw new NotSupportedException();
    }
}

namespace JobTracker.Features.Coach.Context
{
    public sealed record Turn(ChatRole Role, string Text);

    public sealed record ContextItem(
        string Key,
        string Kind,
        string Title,
        string? Detail,
        int Tokens,
        bool Excluded,
        bool Included,
        bool Truncated
    );

    public sealed record PackedPrompt(
        IReadOnlyList<ChatMessage> Messages,
        IReadOnlyList<ContextItem> Items,
        int Tokens,
        int Budget,
        string Hash,
        int TurnsLeftOut
    );

    public sealed class PackContext
    {
        public Task<PackedPrompt?> RunAsync(
            UserId owner,
            Guid applicationId,
            IReadOnlyCollection<string> excluded,
            IReadOnlyList<Turn> turns,
            string? summary,
            CancellationToken cancel
        ) => throw new NotSupportedException();
    }
}
