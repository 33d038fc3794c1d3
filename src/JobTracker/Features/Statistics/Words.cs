namespace JobTracker.Features.Statistics;

/// <summary>How long one bar of a timeline is.</summary>
public enum Interval
{
    Day,

    /// <summary>From Monday.</summary>
    Week,
    Month,
}

/// <summary>How far an application ever came; whoever reached one has reached those before it.</summary>
public enum Stage
{
    Applied,
    Screening,
    Interview,
    Offer,
    Accepted,
}

/// <summary>A place in the flow: the stages, the ends, and where those stand that wait after a stage.</summary>
public enum FlowPoint
{
    Applied,
    Screening,
    Interview,
    Offer,
    Accepted,
    Rejected,
    Withdrawn,
    NoResponse,
    WaitingAfterApplied,
    WaitingAfterScreening,
    WaitingAfterInterview,
    WaitingAfterOffer,
}
