using JobTracker.Features.Applications;

namespace JobTracker.Features.Statistics;

/// <summary>One person's figures, as the OpenAPI document shows them.</summary>
internal static class StatisticsExamples
{
    public static readonly Dashboard Numbers = new(
        Total: 24,
        Drafts: 2,
        Applied: 22,
        Last30Days: 11,
        WithInterview: 5,
        Offers: 1,
        Favorites: 4,
        Pending: 9,
        Positive: 7,
        Negative: 4,
        NoResponse: 3,
        Cancelled: 1,
        ResponseRate: Rate.Of(11, 22),
        InterviewRate: Rate.Of(5, 22),
        OfferRate: Rate.Of(1, 22)
    );

    public static readonly TimelinePoint[] Points = [new(new(2026, 11, 9), 3, 21), new(new(2026, 11, 16), 1, 22)];
    public static readonly Share[] Statuses = [new("draft", "Draft", 2, 0.083), new("applied", "Applied", 7, 0.292)];
    public static readonly Share[] Types = [new("stage", "Internship", 18, 0.75), new(null, "Not filled in", 6, 0.25)];
    public static readonly MethodShare[] Methods = [new("referral", "Referral", 3, 0.125, 2, Rate.Of(2, 3))];

    public static readonly ResponseTimes Answers = new(
        Applied: 22,
        Responded: 11,
        Rate: 0.5,
        Timed: 10,
        MedianDays: 8,
        P90Days: 21.5,
        [new(0, 3, "Up to 3 days", 2), new(4, 7, "4 to 7 days", 3), new(61, null, "More than 60 days", 0)]
    );

    public static readonly FunnelStage[] Stages =
    [
        new(Stage.Applied, "Sent", 22, null),
        new(Stage.Screening, "Screening or beyond", 8, Rate.Of(8, 22)),
    ];

    public static readonly Flow Ways = new(
        [
            new(FlowPoint.Applied, "Applied", ApplicationStatus.Applied, 22),
            new(FlowPoint.Rejected, "Rejected", ApplicationStatus.Rejected, 4),
        ],
        [new(FlowPoint.Applied, FlowPoint.Rejected, 4)]
    );

    public static readonly ActivityDay[] Days = [new(new(2026, 11, 12), 2), new(new(2026, 11, 17), 1)];

    public static readonly Overview Overview = new(
        new Period(new(2026, 8, 31), new(2026, 11, 21)),
        Interval.Week,
        Numbers,
        Numbers with
        {
            Last30Days = 0,
        },
        Points,
        Statuses,
        Types,
        Methods,
        Answers,
        Stages,
        Ways,
        Days
    );
}
