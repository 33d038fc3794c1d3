using System.Text.Json;
using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using JobTracker.Testing;

namespace JobTracker.Tests.Features.Statistics;

/// <summary>One application with all that figures are made of.</summary>
internal sealed record Story
{
    public DateOnly? AppliedOn { get; init; }
    public DateOnly? RespondedOn { get; init; }
    public EmploymentType? EmploymentType { get; init; }
    public Channel? Channel { get; init; }
    public bool IsFavorite { get; init; }
    public bool IsDeleted { get; init; }
    public IReadOnlyList<Entry> History { get; init; } = [];
    public IReadOnlyList<InterviewStatus> Interviews { get; init; } = [];

    /// <param name="Second">Of entering it; several may share one.</param>
    public sealed record Entry(ApplicationStatus Status, DateOnly OccurredOn, int Second, Guid Id);

    /// <summary>Oldest first, as the history is read everywhere.</summary>
    public IReadOnlyList<ApplicationStatus> Way =>
        [
            .. History
                .OrderBy(entry => entry.OccurredOn)
                .ThenBy(entry => entry.Second)
                .ThenBy(entry => entry.Id)
                .Select(entry => entry.Status),
        ];

    /// <summary>Moved through these statuses, a day apart from the first day on.</summary>
    public static Story Of(DateOnly first, params ApplicationStatus[] way) =>
        new() { History = [.. way.Select((status, at) => new Entry(status, first.AddDays(at), at, Guid.CreateVersion7()))] };

    /// <summary>Makes these all that somebody has, straight in the tables.</summary>
    public static async Task WriteAsync(JobTrackerApp app, Guid owner, string zone, IReadOnlyList<Story> stories)
    {
        var rows = stories.Select(story => (Story: story, Id: Guid.CreateVersion7())).ToList();
        var applications = JsonSerializer.Serialize(
            rows.Select(row => new
            {
                id = row.Id,
                status = Wire.Name(row.Story.Way[^1]),
                employment_type = row.Story.EmploymentType is { } type ? Wire.Name(type) : null,
                channel = row.Story.Channel is { } channel ? Wire.Name(channel) : null,
                applied_on = row.Story.AppliedOn,
                responded_on = row.Story.RespondedOn,
                is_favorite = row.Story.IsFavorite,
                is_deleted = row.Story.IsDeleted,
            })
        );
        var changes = JsonSerializer.Serialize(
            rows.SelectMany(row =>
                row.Story.History.Select(entry => new
                {
                    id = entry.Id,
                    application_id = row.Id,
                    status = Wire.Name(entry.Status),
                    occurred_on = entry.OccurredOn,
                    second = entry.Second,
                })
            )
        );
        var interviews = JsonSerializer.Serialize(
            rows.SelectMany(row =>
                row.Story.Interviews.Select(status => new
                {
                    id = Guid.CreateVersion7(),
                    application_id = row.Id,
                    status = Wire.Name(status),
                })
            )
        );
        await app.ExecuteAsync($"update user_accounts set time_zone = {zone} where user_id = {owner}");
        await app.ExecuteAsync($"delete from applications where user_id = {owner}");
        await app.ExecuteAsync(
            $"""
            insert into applications (user_id, id, company, position, employment_type, channel, status, applied_on, responded_on, is_favorite,
                company_key, search_text, created_at, updated_at, deleted_at, version)
            select {owner}, id, 'Kestrel Maps', 'Engineer', employment_type, channel, status, applied_on, responded_on, is_favorite,
                '', '', now(), now(), case when is_deleted then now() end, 1
            from jsonb_to_recordset({applications}::jsonb) as row (id uuid, employment_type text, channel text, status text, applied_on date,
                responded_on date, is_favorite boolean, is_deleted boolean)
            """
        );
        await app.ExecuteAsync(
            $"""
            insert into status_changes (user_id, id, application_id, status, occurred_on, created_at)
            select {owner}, id, application_id, status, occurred_on, timestamptz '2026-01-01 09:00Z' + make_interval(secs => second)
            from jsonb_to_recordset({changes}::jsonb) as row (id uuid, application_id uuid, status text, occurred_on date, second integer)
            """
        );
        await app.ExecuteAsync(
            $"""
            insert into interviews (user_id, id, application_id, starts_at, time_zone, duration_minutes, type, format, status, search_text,
                created_at, updated_at, version)
            select {owner}, id, application_id, now(), 'UTC', 60, 'hr', 'video', status, '', now(), now(), 1
            from jsonb_to_recordset({interviews}::jsonb) as row (id uuid, application_id uuid, status text)
            """
        );
    }
}
