using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.SearchSessions;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Writing;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Checks;

/// <summary>Rows of a file as the facts that each feature's own rules judge, and back again as they are kept.</summary>
public static class KeptFacts
{
    public static ApplicationFacts Facts(this KeptApplication row) =>
        new ApplicationFacts
        {
            Company = row.Company,
            Position = row.Position,
            EmploymentType = row.EmploymentType,
            Location = row.Location,
            Channel = row.Channel,
            Link = row.Link,
            Salary = row.Salary,
            Contact = row.Contact,
            Status = row.Status,
            DueOn = row.DueOn,
            AppliedOn = row.AppliedOn,
            RespondedOn = row.RespondedOn,
            Comment = row.Comment,
            Posting = row.Posting,
            IsFavorite = row.IsFavorite,
        }.Tidied();

    public static NoteFacts Facts(this KeptNote row) =>
        new NoteFacts
        {
            Title = row.Title,
            Tags = row.Tags,
            Content = row.Content,
        }.Tidied();

    public static DeliverableFacts Facts(this KeptDeliverable row) =>
        new DeliverableFacts
        {
            Title = row.Title,
            Kind = row.Kind,
            DueOn = row.DueOn,
            State = row.State,
            Content = row.Content,
            SourceWritingId = row.SourceWritingId,
        }.Tidied();

    public static InterviewFacts Facts(this KeptInterview row) =>
        new InterviewFacts
        {
            StartsAt = row.StartsAt,
            TimeZone = row.TimeZone,
            DurationMinutes = row.DurationMinutes,
            Type = row.Type,
            Format = row.Format,
            Location = row.Location,
            Status = row.Status,
            Interviewer = row.Interviewer,
            Comment = row.Comment,
            Debrief = row.Debrief,
        }.Tidied();

    public static QuestionFacts Facts(this KeptQuestion row) =>
        new QuestionFacts
        {
            Kind = row.Kind,
            Text = row.Text,
            Why = row.Why,
        }.Tidied();

    /// <summary>Its link was cleaned when it was written down.</summary>
    public static EntryFacts Facts(this KeptEntry row) =>
        new EntryFacts
        {
            Company = row.Company,
            City = row.City,
            Mission = row.Mission,
            Link = row.Link,
        }.Tidied([]);

    /// <summary>As it is kept: texts trimmed. What the site itself has exported stays as it is.</summary>
    public static KeptApplication Tidied(this KeptApplication row)
    {
        var facts = row.Facts();
        return row with
        {
            Company = facts.Company ?? "",
            Position = facts.Position ?? "",
            Location = facts.Location,
            Link = facts.Link,
            Salary = facts.Salary,
            Contact = facts.Contact,
            Comment = facts.Comment,
            Posting = facts.Posting,
            History = [.. row.History.Select(change => change with { Note = Tidy.Block(change.Note) })],
            Writing = [.. row.Writing.Select(Tidied)],
            Deliverables = [.. row.Deliverables.Select(Tidied)],
            Interviews = [.. row.Interviews.Select(Tidied)],
            Questions = [.. row.Questions.Select(Tidied)],
        };
    }

    public static KeptNote Tidied(this KeptNote row)
    {
        var facts = row.Facts();
        return row with { Title = facts.Title ?? "", Tags = facts.Tags, Content = facts.Content ?? "" };
    }

    public static KeptSession Tidied(this KeptSession row) =>
        row with
        {
            Entries = [.. row.Entries.Select(entry => Tidied(entry, entry.Facts()))],
        };

    private static KeptEntry Tidied(KeptEntry row, EntryFacts facts) =>
        row with
        {
            Company = facts.Company ?? "",
            City = facts.City,
            Mission = facts.Mission ?? "",
            Link = facts.Link,
        };

    private static KeptDeliverable Tidied(KeptDeliverable row)
    {
        var facts = row.Facts();
        return row with { Title = facts.Title ?? "", Content = facts.Content };
    }

    private static KeptInterview Tidied(KeptInterview row)
    {
        var facts = row.Facts();
        return row with
        {
            StartsAt = facts.StartsAt!.Value,
            Location = facts.Location,
            Interviewer = facts.Interviewer,
            Comment = facts.Comment,
            Debrief = facts.Debrief,
        };
    }

    private static KeptQuestion Tidied(KeptQuestion row)
    {
        var facts = row.Facts();
        return row with { Text = facts.Text ?? "", Why = facts.Why };
    }
}
