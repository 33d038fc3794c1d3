using System.Reflection;
using JobTracker.Features.Accounts;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.Mail;
using JobTracker.Features.Quotas;
using JobTracker.Kernel;
using Microsoft.Extensions.Options;

namespace JobTracker.Features.Meta;

/// <summary>What this site allows and how much of it is used; public.</summary>
public sealed class ReadMeta(
    UserQuota users,
    ApplicationQuota applications,
    IOptionsMonitor<QuotasOptions> quotas,
    IOptionsMonitor<RegistrationOptions> registration,
    ReadStanding standing,
    MailStanding mail
)
{
    private static readonly string Version =
        typeof(ReadMeta).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public sealed record Answer
    {
        /// <summary>Null means unlimited.</summary>
        public required int? MaxUsersTotal { get; init; }
        public required long UsersTotal { get; init; }

        /// <summary>Null means unlimited.</summary>
        public required int? MaxAppsPerUser { get; init; }
        public required IReadOnlyList<string> AllowedStatuses { get; init; }
        public required IReadOnlyList<string> EmploymentTypes { get; init; }
        public required IReadOnlyList<string> Channels { get; init; }
        public required IReadOnlyList<string> DeliverableKinds { get; init; }
        public required IReadOnlyList<string> DeliverableStates { get; init; }
        public required IReadOnlyList<string> InterviewTypes { get; init; }
        public required IReadOnlyList<string> InterviewFormats { get; init; }
        public required IReadOnlyList<string> InterviewStatuses { get; init; }
        public required RegistrationMode Registration { get; init; }

        /// <summary>Whether somebody could register now: the mode allows it and there is a place.</summary>
        public required bool RegistrationOpen { get; init; }
        public required CoachStandingOfSite Ai { get; init; }
        public required bool MailEnabled { get; init; }
        public required string Version { get; init; }

        /// <summary>Only with a token.</summary>
        [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        public Usage? Usage { get; init; }
    }

    public sealed record Usage(int Applications, int AiMessagesToday);

    public async Task<Answer> RunAsync(UserId? reader, CancellationToken cancel)
    {
        var count = await users.CountAsync(cancel);
        var usage = reader is { } owner ? await applications.ReadAsync(owner, cancel) : null;
        var mode = registration.CurrentValue.Mode;
        return new Answer
        {
            MaxUsersTotal = users.Limit,
            UsersTotal = count,
            MaxAppsPerUser = usage is null ? quotas.CurrentValue.MaxApplicationsPerUser : usage.Limit,
            AllowedStatuses = Wire.All<ApplicationStatus>(),
            EmploymentTypes = Wire.All<EmploymentType>(),
            Channels = Wire.All<Channel>(),
            DeliverableKinds = Wire.All<DeliverableKind>(),
            DeliverableStates = Wire.All<DeliverableState>(),
            InterviewTypes = Wire.All<InterviewType>(),
            InterviewFormats = Wire.All<InterviewFormat>(),
            InterviewStatuses = Wire.All<InterviewStatus>(),
            Registration = mode,
            RegistrationOpen = mode == RegistrationMode.Open && !(count >= users.Limit),
            Ai = standing.OfSite(),
            MailEnabled = mail.IsOn,
            Version = Version,
            Usage = usage is null ? null : new Usage(usage.Used, await standing.MessagesTodayAsync(reader!.Value, cancel)),
        };
    }
}
