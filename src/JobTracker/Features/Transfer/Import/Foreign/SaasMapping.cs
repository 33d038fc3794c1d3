using JobTracker.Features.Applications;
using JobTracker.Features.Interviews;
using JobTracker.Features.Transfer.Document;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Foreign;

/// <summary>An application of the SaaS API as one of here: its answers become statuses, its answers' dates a history.</summary>
internal static class SaasMapping
{
    public static Incoming Of(int row, SaasRow read, ReadingTerms terms)
    {
        var t = terms.T;
        UnreadableRow Bad(string field) => new(row, field, t["This value cannot be read."]);
        if (!WrittenDates.TryDay(read.DateCandidature, out var appliedOn))
            return Bad("date_candidature");
        if (!WrittenDates.TryDay(read.DateReponse, out var respondedOn))
            return Bad("date_reponse");
        if (!TryWord<EmploymentType>(read.TypePoste, out var type))
            return Bad("type_poste");
        if (!TryWord<Channel>(read.Moyen, out var channel))
            return Bad("moyen");
        var interviews = new List<KeptInterview>();
        foreach (var (each, at) in (read.Entretiens ?? []).Select((each, at) => (each, at)))
        {
            if (Interview(each, terms) is not { } interview)
                return Bad($"entretiens[{at + 1}]");
            interviews.Add(interview);
        }
        if (StatusOf(read.Reponse, interviews.Count > 0) is not { } status)
            return Bad("reponse");
        var created = WrittenDates.Instant(read.CreatedAt, terms.Zone) ?? terms.Now;
        var updated = WrittenDates.Instant(read.UpdatedAt, terms.Zone);
        var history = new ForeignHistory(terms, appliedOn, respondedOn, DayIn(updated, terms), created);
        return new IncomingApplication(
            row,
            new KeptApplication
            {
                Id = Guid.CreateVersion7(terms.Now),
                Company = read.Entreprise ?? "",
                Position = read.Poste ?? "",
                EmploymentType = type,
                Location = read.Lieu,
                Channel = channel,
                Link = ForeignLink.Clean(read.Lien, terms),
                Status = status,
                AppliedOn = appliedOn,
                RespondedOn = respondedOn,
                Comment = read.Commentaire,
                IsFavorite = read.IsFavorite ?? false,
                CreatedAt = created,
                UpdatedAt = updated ?? created,
                History = history.Of(status, interviews.Select(each => Calendar.DayOf(each.StartsAt, terms.Zone))),
                Interviews = interviews,
            }
        );
    }

    private static ApplicationStatus? StatusOf(string? answer, bool hasInterview) =>
        answer?.Trim().ToLowerInvariant() switch
        {
            null or "" or "pending" => ApplicationStatus.Applied,
            "positive" => hasInterview ? ApplicationStatus.Interview : ApplicationStatus.Screening,
            "negative" => ApplicationStatus.Rejected,
            "cancelled" => ApplicationStatus.Withdrawn,
            "no_response" => ApplicationStatus.NoResponse,
            _ => null,
        };

    /// <summary>Null when something in it cannot be read.</summary>
    private static KeptInterview? Interview(SaasInterview? read, ReadingTerms terms)
    {
        if (
            WrittenDates.Instant(read?.DateEntretien, terms.Zone) is not { } startsAt
            || !TryWord<InterviewType>(read!.TypeEntretien == "rh" ? "hr" : read.TypeEntretien, out var type)
            || !TryWord<InterviewFormat>(read.FormatEntretien, out var format)
            || !TryWord<InterviewStatus>(read.Statut, out var status)
        )
            return null;
        return new KeptInterview
        {
            Id = Guid.CreateVersion7(terms.Now),
            StartsAt = startsAt,
            TimeZone = terms.Zone,
            DurationMinutes = InterviewFacts.Rules.UsualDuration,
            Type = type ?? InterviewType.Other,
            Format = format ?? InterviewFormat.Video,
            Location = read.LieuEntretien,
            Status = status ?? (startsAt < terms.Now ? InterviewStatus.Completed : InterviewStatus.Planned),
            Interviewer = read.Interviewer,
            Comment = read.Commentaire,
            CreatedAt = terms.Now,
            UpdatedAt = terms.Now,
        };
    }

    private static DateOnly? DayIn(DateTimeOffset? instant, ReadingTerms terms) =>
        instant is { } at ? Calendar.DayOf(at, terms.Zone) : null;

    /// <summary>The words of that system are those of this one. Nothing stays nothing; false for any other word.</summary>
    private static bool TryWord<T>(string? text, out T? word)
        where T : struct, Enum
    {
        var written = text?.Trim().ToLowerInvariant();
        word = Wire.TryParse<T>(written, out var known) ? known : null;
        return word is not null || string.IsNullOrEmpty(written);
    }
}
