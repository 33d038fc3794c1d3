using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Questions;
using JobTracker.Features.Deliverables;
using JobTracker.Features.Interviews;
using JobTracker.Features.SearchSessions;
using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Writing;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Checks;

/// <summary>Holds a row against the rules that it would have had to keep if it had been typed here, and against those of what only the site itself writes.</summary>
public sealed class CheckRows(
    ApplicationFacts.Rules applications,
    NoteFacts.Rules notes,
    DeliverableFacts.Rules deliverables,
    InterviewFacts.Rules interviews,
    QuestionFacts.Rules questions,
    EntryFacts.Rules entries,
    CheckConversations conversations,
    CheckFiles files,
    TimeProvider clock,
    IStringLocalizer<Texts> t
)
{
    private const int MostFiles = 1_000;

    /// <param name="errors">Where to write down what is wrong.</param>
    /// <param name="row">Tidied.</param>
    /// <param name="bank">The ids of the notes of the bank that the file has.</param>
    /// <param name="source">For the documents that belong to it.</param>
    public void Check(RowErrors errors, KeptApplication row, IReadOnlySet<Guid> bank, ImportSource source)
    {
        errors.Check(applications, row.Facts());
        CheckDay(errors, "follow_up_on", row.FollowUpOn);
        CheckDay(errors, "last_follow_up_on", row.LastFollowUpOn);
        CheckInstants(errors, "", row.CreatedAt, row.UpdatedAt, row.PostingCapturedAt);
        CheckHistory(errors, row);
        Each(errors, row.Writing, "writing", (path, note) => CheckNote(errors, note, path));
        var known = row.Writing.Select(note => note.Id).ToHashSet();
        Each(
            errors,
            row.Deliverables,
            "deliverables",
            (path, thing) => CheckDeliverable(errors, thing, path, id => known.Contains(id) || bank.Contains(id))
        );
        Each(errors, row.Interviews, "interviews", (path, round) => CheckInterview(errors, round, path));
        Each(errors, row.Questions, "questions", (path, question) => CheckQuestion(errors, question, path));
        Each(
            errors,
            row.Conversations,
            "conversations",
            (path, talk) =>
            {
                conversations.Check(errors, talk, path);
                CheckInstants(errors, path, [.. InstantsOf(talk)]);
            }
        );
        foreach (var file in row.Files)
            CheckInstants(errors, "files.", file?.CreatedAt);
        // Each is unpacked to be looked at, so each must be another.
        if (row.Files.Count > MostFiles || row.Files.DistinctBy(file => file?.Path).Count() < row.Files.Count)
            errors.Add("files", t["This value cannot be read."]);
        else
            Each(errors, row.Files, "files", (path, file) => files.Check(errors, file, path, source));
    }

    /// <summary>A note, of the bank or of an application.</summary>
    public void CheckNote(RowErrors errors, KeptNote note, string path)
    {
        errors.Check(notes, note.Facts(), path);
        CheckInstants(errors, path, note.CreatedAt, note.UpdatedAt);
    }

    public void CheckSession(RowErrors errors, KeptSession row, string path)
    {
        CheckInstants(errors, path, row.StartedAt, row.FinishedAt);
        if (row.FinishedAt < row.StartedAt || row.Entries.Any(entry => entry.CreatedAt < row.StartedAt) || row.StartedAt > clock.Now())
            errors.Add(path + "started_at", t["This value cannot be read."]);
        if (row.Entries.Count > SearchSession.MostEntries)
            errors.Add(path + "entries", t["A session has at most {0} submissions.", SearchSession.MostEntries]);
        Each(
            errors,
            row.Entries,
            path + "entries",
            (inside, entry) =>
            {
                errors.Check(entries, entry.Facts(), inside);
                CheckInstants(errors, inside, entry.CreatedAt, entry.AddedAt);
            }
        );
    }

    private void CheckHistory(RowErrors errors, KeptApplication row)
    {
        if (row.History.Count == 0)
        {
            errors.Add("history", t["The history needs at least one entry."]);
            return;
        }
        Each(
            errors,
            row.History,
            "history",
            (path, change) =>
            {
                CheckDay(errors, path + "occurred_on", change.OccurredOn);
                CheckInstants(errors, path, change.CreatedAt);
                if (change.Note is { } note && note.Length > ChangeStatus.Rules.MostNote)
                    errors.Add(path + "note", t["Use at most {0} characters.", ChangeStatus.Rules.MostNote]);
            }
        );
        var newest = row
            .History.OrderBy(change => change.OccurredOn)
            .ThenBy(change => Calendar.Storable(change.CreatedAt))
            .ThenBy(change => change.Id)
            .Last();
        if (newest.Status != row.Status)
            errors.Add("status", t["The status is not that of the newest entry of the history."]);
    }

    private void CheckDeliverable(RowErrors errors, KeptDeliverable row, string path, Func<Guid, bool> isNote)
    {
        errors.Check(deliverables, row.Facts(), path, nameof(DeliverableFacts.ApplicationId));
        CheckInstants(errors, path, row.CreatedAt, row.UpdatedAt, row.CompletedAt);
        if ((row.State == DeliverableState.Done) != row.CompletedAt is not null)
            errors.Add(path + "completed_at", t["It is given exactly when the state is done."]);
        if (row.SourceWritingId is { } source && !isNote(source))
            errors.Add(path + "source_writing_id", t["The file has no such note."]);
    }

    private void CheckInterview(RowErrors errors, KeptInterview row, string path)
    {
        errors.Check(interviews, row.Facts(), path);
        CheckInstants(errors, path, row.CreatedAt, row.UpdatedAt);
    }

    private void CheckQuestion(RowErrors errors, KeptQuestion row, string path)
    {
        const int hash = 64;
        errors.Check(questions, row.Facts(), path, nameof(QuestionFacts.ApplicationId));
        CheckInstants(errors, path, row.CreatedAt, row.UpdatedAt);
        if (row.MadeFrom is { } made && made.Length != hash)
            errors.Add(path + "made_from", t["This value cannot be read."]);
    }

    private static IEnumerable<DateTimeOffset?> InstantsOf(KeptConversation talk) =>
        [
            talk.CreatedAt,
            talk.UpdatedAt,
            .. talk.Messages.SelectMany(message => (DateTimeOffset?[])[message?.CreatedAt, message?.FinishedAt]),
            talk.Mock?.StartedAt,
            talk.Mock?.FinishedAt,
            .. talk.Mock?.Asked.Select(asked => asked?.AnsweredAt) ?? [],
        ];

    private void CheckDay(RowErrors errors, string field, DateOnly? day)
    {
        if (day < Rules.FirstDay || day > Rules.LastDay)
            errors.Add(field, t["Use a date between 1970 and 2100."]);
    }

    private void CheckInstants(RowErrors errors, string path, params ReadOnlySpan<DateTimeOffset?> instants)
    {
        foreach (var instant in instants)
        {
            if (instant is not { } at || (at.UtcDateTime.Year >= Rules.FirstDay.Year && at.UtcDateTime.Year <= Rules.LastDay.Year))
                continue;
            errors.Add(path.TrimEnd('.') is { Length: > 0 } part ? part : null, t["Use a date between 1970 and 2100."]);
            return;
        }
    }

    private void Each<T>(RowErrors errors, IReadOnlyList<T> rows, string list, Action<string, T> check)
    {
        for (var at = 0; at < rows.Count; at++)
        {
            if (rows[at] is { } row)
                check($"{list}[{at + 1}].", row);
            else
                errors.Add($"{list}[{at + 1}]", t["Something is missing here."]);
        }
    }
}
