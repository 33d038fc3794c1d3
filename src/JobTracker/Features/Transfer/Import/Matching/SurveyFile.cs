using JobTracker.Features.Transfer.Document;
using JobTracker.Features.Transfer.Import.Checks;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Transfer.Import.Matching;

/// <summary>Reads a file once through and judges every row. Nothing of it is kept but what <see cref="Survey"/> says.</summary>
public sealed class SurveyFile(CheckRows check, IStringLocalizer<Texts> t)
{
    /// <summary>Small rows are many: what is remembered of each must not fill the memory.</summary>
    public const int MostRows = 200_000;

    public Survey Run(ImportSource source, CancellationToken cancel)
    {
        var survey = new Survey { Format = source.Format };
        var ids = new SeenIds();
        var rows = 0;
        foreach (var incoming in source.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (++rows > MostRows)
            {
                survey.End = new EndOfReading(incoming.Row, t["There are more than {0} rows. Split the file.", MostRows]);
                return survey;
            }
            switch (incoming)
            {
                case IncomingApplication row:
                    Take(survey, row, rows, ids, source);
                    break;
                case IncomingNote row:
                    Take(survey, row, rows, ids);
                    break;
                case IncomingSession row:
                    Take(survey, row, rows, ids);
                    break;
                case IncomingProfile profile:
                    survey.Profile = profile.Kept;
                    break;
                case UnreadableRow row:
                    if (row.IsApplication)
                        survey.Count();
                    survey.Errors.Add([new ImportError(row.Row, row.Field, row.Message)]);
                    break;
                case EndOfReading end:
                    survey.End = end;
                    return survey;
            }
        }
        return survey;
    }

    private void Take(Survey survey, IncomingApplication incoming, int place, SeenIds ids, ImportSource source)
    {
        survey.Count();
        var errors = new RowErrors(incoming.Row);
        if (HasGaps(incoming.Kept))
            errors.Add(field: null, t["Something is missing here."]);
        else
        {
            var row = incoming.Kept.Tidied();
            check.Check(errors, row, ids.Bank, source);
            if (source.HasIds && errors.All.Count == 0 && !ids.Add(row))
                errors.Add("id", t["This id stands in the file twice."]);
            if (errors.All.Count == 0)
            {
                var key = ContentKey.OfApplication(row.Company, row.Position, row.AppliedOn, row.Link);
                var id = source.HasIds ? row.Id : Guid.Empty;
                survey.Applications.Add(new Candidate(place, id, key, row.Files.Count, row.Files.Sum(file => file.Size)));
                survey.Show(row);
            }
        }
        survey.Errors.Add(errors.All);
    }

    private void Take(Survey survey, IncomingNote incoming, int place, SeenIds ids)
    {
        var errors = new RowErrors(incoming.Row);
        var row = incoming.Kept.Tidied();
        check.CheckNote(errors, row, "writing.");
        if (errors.All.Count == 0 && !ids.AddToBank(row.Id))
            errors.Add("writing.id", t["This id stands in the file twice."]);
        if (errors.All.Count == 0)
            survey.Notes.Add(new Candidate(place, row.Id, ContentKey.OfNote(row.Title, row.Content)));
        survey.Errors.Add(errors.All);
    }

    private void Take(Survey survey, IncomingSession incoming, int place, SeenIds ids)
    {
        var errors = new RowErrors(incoming.Row);
        if (incoming.Kept.Entries.Any(entry => entry is null))
            errors.Add("search_sessions.entries", t["Something is missing here."]);
        else
        {
            var row = incoming.Kept.Tidied();
            check.CheckSession(errors, row, "search_sessions.");
            if (errors.All.Count == 0 && !ids.Add(row))
                errors.Add("search_sessions.id", t["This id stands in the file twice."]);
            if (errors.All.Count == 0)
                survey.Sessions.Add(new Candidate(place, row.Id, ContentKey.OfSession(row)));
        }
        survey.Errors.Add(errors.All);
    }

    /// <summary>True when a list has a null where a row should be: nothing that follows reckons with that.</summary>
    private static bool HasGaps(KeptApplication row) =>
        (
            (IReadOnlyList<object?>[])
                [row.History, row.Writing, row.Deliverables, row.Interviews, row.Files, row.Questions, row.Conversations]
        ).Any(list => list.Any(part => part is null))
        || row.Conversations.Any(talk =>
            talk.Messages.Any(message => message is null) || talk.Mock?.Asked.Any(asked => asked is null) == true
        );
}
