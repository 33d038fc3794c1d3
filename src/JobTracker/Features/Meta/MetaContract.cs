using JobTracker.Features.Accounts;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Meta;

/// <summary>What the OpenAPI document says of <c>/meta</c>.</summary>
internal static class MetaContract
{
    public static readonly Chapter Chapter = new("meta", "What this site allows, and which words it knows.")
    {
        Fields =
        [
            FieldNote.On<ReadMeta.Answer>(meta => meta.MaxUsersTotal, "Null means unlimited."),
            FieldNote.On<ReadMeta.Answer>(meta => meta.MaxAppsPerUser, "Null means unlimited. With a token, this person's own limit."),
            FieldNote.On<ReadMeta.Answer>(
                meta => meta.RegistrationOpen,
                "Whether somebody could register now: it is allowed and there is a place."
            ),
            FieldNote.On<ReadMeta.Answer>(meta => meta.Ai, "What the coach is without a key of one's own."),
            FieldNote.On<CoachStandingOfSite>(ai => ai.Enabled, "Whether somebody without a key is answered."),
            FieldNote.On<CoachStandingOfSite>(ai => ai.MaxMessagesPerDay, "Per person and UTC day. Null means unlimited, here and below."),
            FieldNote.On<CoachStandingOfSite>(ai => ai.MaxTokensPerDay, "Of questions and answers, per person and UTC day."),
            FieldNote.On<CoachStandingOfSite>(ai => ai.MaxTokensPerDayTotal, "Of all people together, per UTC day."),
            FieldNote.On<CoachStandingOfSite>(ai => ai.MaxMessagesPerDayOwnKey, "Per UTC day, for somebody with a key."),
            FieldNote.On<ReadMeta.Usage>(usage => usage.AiMessagesToday, "Since midnight in UTC, on any key."),
            FieldNote.On<ReadMeta.Answer>(meta => meta.MailEnabled, "Whether this site sends mail."),
            FieldNote.On<ReadMeta.Answer>(meta => meta.Version, "Of the app."),
            FieldNote.On<ReadMeta.Answer>(meta => meta.Usage, "Only with a token."),
        ],
    };

    public static readonly Operation Read = new("readMeta", "Read limits and words")
    {
        Answers = Answer.Ok(
            new ReadMeta.Answer
            {
                MaxUsersTotal = 10,
                UsersTotal = 3,
                MaxAppsPerUser = 5,
                AllowedStatuses = Wire.All<ApplicationStatus>(),
                EmploymentTypes = Wire.All<EmploymentType>(),
                Channels = Wire.All<Channel>(),
                DeliverableKinds = Wire.All<DeliverableKind>(),
                DeliverableStates = Wire.All<DeliverableState>(),
                InterviewTypes = Wire.All<InterviewType>(),
                InterviewFormats = Wire.All<InterviewFormat>(),
                InterviewStatuses = Wire.All<InterviewStatus>(),
                Registration = RegistrationMode.Open,
                RegistrationOpen = true,
                Ai = new CoachStandingOfSite(Enabled: true, AiProvider.Gemini, "gemini-3.8-flash", 50, 200_000, null, 300),
                MailEnabled = true,
                Version = "1.0.0",
                Usage = new ReadMeta.Usage(2, 7),
            }
        ),
        TokenIsOptional = true,
    };
}
