namespace JobTracker.Features.Applications;

/// <summary>One application through its life, for the document's examples.</summary>
internal static class ApplicationExamples
{
    public static readonly Guid OtherId = new("019e0c11-7a20-7bb1-9c1d-0e2f3a4b5c6d");
    private static readonly DateTimeOffset Entered = new(2026, 4, 2, 17, 5, 12, TimeSpan.Zero);

    public static readonly ApplicationFacts Facts = new()
    {
        Company = "Kestrel Maps",
        Position = "Graduate software engineer",
        EmploymentType = EmploymentType.Cdi,
        Location = "Lyon",
        Channel = Channel.CompanyWebsite,
        Link = "https://kestrel-maps.example/jobs/42",
        Salary = "42 k€",
        Contact = "Sofia Lind",
        Status = ApplicationStatus.Applied,
        AppliedOn = new DateOnly(2026, 4, 2),
        Comment = "Asked for a *portfolio*.",
        Posting = "We make maps that sailors trust.",
    };

    public static readonly ApplicationDetails Row = new()
    {
        Id = new Guid("019e0b6f-1c2d-7e3f-8a4b-5c6d7e8f9a0b"),
        Company = Facts.Company!,
        Position = Facts.Position!,
        EmploymentType = Facts.EmploymentType,
        Location = Facts.Location,
        Channel = Facts.Channel,
        Link = Facts.Link,
        Salary = Facts.Salary,
        Contact = Facts.Contact,
        Status = Facts.Status,
        AppliedOn = Facts.AppliedOn,
        FollowUpOn = new DateOnly(2026, 4, 12),
        IsFavorite = false,
        Counts = new ApplicationCounts(Deliverables: 3, DeliverablesOpen: 1, Writing: 2, Interviews: 1),
        NextInterviewAt = new DateTimeOffset(2026, 4, 20, 8, 0, 0, TimeSpan.Zero),
        CreatedAt = Entered,
        UpdatedAt = Entered,
        Version = 1,
        Comment = Facts.Comment,
        Posting = Facts.Posting,
        PostingCapturedAt = Entered,
    };

    /// <summary>As lists show it.</summary>
    public static readonly ApplicationRow Listed = new()
    {
        Id = Row.Id,
        Company = Row.Company,
        Position = Row.Position,
        EmploymentType = Row.EmploymentType,
        Location = Row.Location,
        Channel = Row.Channel,
        Link = Row.Link,
        Salary = Row.Salary,
        Contact = Row.Contact,
        Status = Row.Status,
        AppliedOn = Row.AppliedOn,
        FollowUpOn = Row.FollowUpOn,
        IsFavorite = Row.IsFavorite,
        Counts = Row.Counts,
        NextInterviewAt = Row.NextInterviewAt,
        CreatedAt = Row.CreatedAt,
        UpdatedAt = Row.UpdatedAt,
        Version = Row.Version,
    };

    public static readonly FindDuplicates.Row Duplicate = new(
        OtherId,
        "Kestrel Maps SAS",
        Row.Position,
        Link: null,
        ApplicationStatus.Withdrawn,
        AppliedOn: null,
        Entered.AddDays(-90),
        FindDuplicates.Match.Names
    );

    public static readonly AddedApplication Added = new(Row, [Duplicate]);

    public static readonly ListDeleted.Row Deleted = new(
        Row.Id,
        Row.Company,
        Row.Position,
        Row.Status,
        Entered.AddDays(30),
        Entered.AddDays(30) + DeleteApplication.Kept
    );

    public static readonly ReadHistory.Row[] History =
    [
        new(OtherId, FromStatus: null, ApplicationStatus.Applied, new DateOnly(2026, 4, 2), Note: null, Entered),
        new(
            new Guid("019e4f6a-3b5c-7d6e-9f70-8192a3b4c5d6"),
            ApplicationStatus.Applied,
            ApplicationStatus.Interview,
            new DateOnly(2026, 4, 14),
            "Video call with the team lead.",
            Entered.AddDays(12)
        ),
    ];
}
