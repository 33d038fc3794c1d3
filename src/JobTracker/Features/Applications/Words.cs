namespace JobTracker.Features.Applications;

/// <summary>Where an application stands.</summary>
public enum ApplicationStatus
{
    Draft,
    Applied,
    Screening,
    Interview,
    Offer,
    Accepted,
    Rejected,
    Withdrawn,
    NoResponse,
}

/// <summary>What the other side has said so far; derived from the status, never stored.</summary>
public enum Response
{
    Pending,
    Positive,
    Negative,
    NoResponse,
    Cancelled,
}

/// <summary>The kind of contract.</summary>
public enum EmploymentType
{
    Cdi,
    Cdd,
    Stage,
    Alternance,
    Freelance,
    Interim,
}

/// <summary>The way an application went.</summary>
public enum Channel
{
    Linkedin,
    CompanyWebsite,
    Email,
    Indeed,
    Apec,
    PoleEmploi,
    Referral,
    Other,
}

/// <summary>What a status means.</summary>
public static class Statuses
{
    public static Response ResponseOf(ApplicationStatus status) =>
        status switch
        {
            ApplicationStatus.Draft or ApplicationStatus.Applied => Response.Pending,
            ApplicationStatus.Rejected => Response.Negative,
            ApplicationStatus.NoResponse => Response.NoResponse,
            ApplicationStatus.Withdrawn => Response.Cancelled,
            _ => Response.Positive,
        };

    /// <summary>The statuses that make up a response, for queries.</summary>
    public static ApplicationStatus[] Of(Response response) =>
        Enum.GetValues<ApplicationStatus>().Where(status => ResponseOf(status) == response).ToArray();

    /// <summary>True when the other side has answered, whatever the answer.</summary>
    public static bool IsAnswer(ApplicationStatus status) => ResponseOf(status) is Response.Positive or Response.Negative;

    /// <summary>True when nothing more is expected to happen.</summary>
    public static bool IsClosed(ApplicationStatus status) =>
        status is ApplicationStatus.Accepted or ApplicationStatus.Rejected or ApplicationStatus.Withdrawn or ApplicationStatus.NoResponse;
}
