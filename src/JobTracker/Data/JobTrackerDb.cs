using JobTracker.Data.Throttling;
using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Events;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Accounts.TwoFactor;
using JobTracker.Features.Admin;
using JobTracker.Features.Applications;
using JobTracker.Features.CalendarFeed;
using JobTracker.Features.Coach.Conversations;
using JobTracker.Features.Coach.Limits;
using JobTracker.Features.Coach.Mock;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Files;
using JobTracker.Features.Interviews;
using JobTracker.Features.Mail;
using JobTracker.Features.Quotas;
using JobTracker.Features.Reminders;
using JobTracker.Features.SearchSessions;
using JobTracker.Features.Transfer.Import.Uploads;
using JobTracker.Features.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Data;

/// <summary>The one database. Owned rows are read through <see cref="OwnedRows.OwnedBy{T}"/>; the schema is in Migrations/*.sql.</summary>
public sealed class JobTrackerDb : IdentityUserContext<User, Guid>
{
    // Each would be two more ways to the database and back. Nobody goes on in a transaction in which something failed.
    public JobTrackerDb(DbContextOptions<JobTrackerDb> options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<Authenticator> Authenticators => Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<MailedLink> MailedLinks => Set<MailedLink>();
    public DbSet<ResetRequest> ResetRequests => Set<ResetRequest>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AdminAct> AdminActs => Set<AdminAct>();
    public DbSet<SystemCounter> SystemCounters => Set<SystemCounter>();
    public DbSet<Throttle> Throttles => Set<Throttle>();
    public DbSet<UserAccount> Accounts => Set<UserAccount>();
    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();
    public DbSet<JobApplication> Applications => Set<JobApplication>();
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();
    public DbSet<ApplicationPart> ApplicationParts => Set<ApplicationPart>();
    public DbSet<WritingNote> WritingNotes => Set<WritingNote>();
    public DbSet<Deliverable> Deliverables => Set<Deliverable>();
    public DbSet<Interview> Interviews => Set<Interview>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<CoachMessage> CoachMessages => Set<CoachMessage>();
    public DbSet<CoachChunk> CoachChunks => Set<CoachChunk>();
    public DbSet<CoachUsage> CoachUsage => Set<CoachUsage>();
    public DbSet<CoachReservation> CoachReservations => Set<CoachReservation>();
    public DbSet<PreparedQuestion> PreparedQuestions => Set<PreparedQuestion>();
    public DbSet<MockInterview> MockInterviews => Set<MockInterview>();
    public DbSet<MockQuestion> MockQuestions => Set<MockQuestion>();
    public DbSet<SearchSession> SearchSessions => Set<SearchSession>();
    public DbSet<SearchEntry> SearchEntries => Set<SearchEntry>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<FileContent> FileContents => Set<FileContent>();
    public DbSet<Upload> Imports => Set<Upload>();
    public DbSet<UploadPiece> ImportPieces => Set<UploadPiece>();
    public DbSet<Digest> Digests => Set<Digest>();
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();
    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(JobTrackerDb).Assembly);
        builder.NameInSnakeCase();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveColumnType("timestamptz");
    }
}
