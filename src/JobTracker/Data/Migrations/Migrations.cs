using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace JobTracker.Data.Migrations;

[DbContext(typeof(JobTrackerDb)), Migration("0001_accounts")]
internal sealed class Accounts : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0002_applications")]
internal sealed class Applications : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0003_idempotency")]
internal sealed class Idempotency : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0004_daily_work")]
internal sealed class DailyWork : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0005_coach")]
internal sealed class Coach : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0006_coach_limits")]
internal sealed class CoachLimits : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0007_coach_messages")]
internal sealed class CoachMessages : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0008_mock_interviews")]
internal sealed class MockInterviews : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0009_statistics")]
internal sealed class Statistics : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0010_mail")]
internal sealed class Mail : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0011_trusted_accounts")]
internal sealed class TrustedAccounts : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0012_reminders")]
internal sealed class Reminders : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0013_calendar")]
internal sealed class Calendar : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0014_search_sessions")]
internal sealed class SearchSessions : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0015_imports")]
internal sealed class Imports : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0016_admin")]
internal sealed class Admin : SqlMigration;

[DbContext(typeof(JobTrackerDb)), Migration("0017_link_hashes")]
internal sealed class LinkHashes : SqlMigration;
