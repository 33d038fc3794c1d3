using System.Text.Json.Nodes;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Applications;

/// <summary>What the OpenAPI document says of an application's status and its history.</summary>
internal static class HistoryContract
{
    public static readonly Operation Move = new("changeStatus", "Move an application to a status")
    {
        Description =
            "A new entry of its history. The application's status is always that of the newest entry, so that an earlier day may leave it as it is.",
        Takes = Body.Of(
            new ChangeStatus.Input
            {
                Status = ApplicationStatus.Interview,
                OccurredOn = new DateOnly(2026, 4, 14),
                Note = "Video call with the team lead.",
            }
        ),
        Answers = Answer.Tagged(ApplicationExamples.Row),
        Current = ApplicationExamples.Row,
    };

    public static readonly Operation FollowUp = new("followUp", "Note that one asked again, or put it off")
    {
        Description = "Either `done`, and the next reminder comes after the person's `follow_up_days`; or `days`: remind again in so many.",
        Takes = Body.Of(new FollowUp.Input { Done = true }),
        Answers = Answer.Tagged(ApplicationExamples.Row),
        Current = ApplicationExamples.Row,
    };

    public static readonly Operation Read = new("readHistory", "Read the history of an application")
    {
        Description = "Oldest first.",
        Answers = Answer.Ok(new Page<ReadHistory.Row>(ApplicationExamples.History)),
    };

    public static readonly Operation Correct = new("correctHistory", "Correct an entry of the history")
    {
        Description = "Dates of the application that came from this entry follow it.",
        Takes = Body.Some<EditHistory.Input>(new JsonObject { ["occurred_on"] = "2026-04-13", ["note"] = "It was on Monday." }),
        Answers = Answer.Tagged(ApplicationExamples.Row),
    };

    public static readonly Operation Remove = new("removeFromHistory", "Remove an entry of the history")
    {
        Description = "The last entry stays.",
        Problems = [Codes.Conflict],
    };
}
