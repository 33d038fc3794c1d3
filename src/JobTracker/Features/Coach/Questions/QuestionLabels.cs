using JobTracker.Features.Coach.Context;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Questions;

/// <summary>The words of questions on screen.</summary>
public static class QuestionLabels
{
    public static string Of(QuestionKind kind, IStringLocalizer t) =>
        kind switch
        {
            QuestionKind.Behavioural => t["Behaviour"],
            QuestionKind.Technical => t["Technical"],
            QuestionKind.Company => t["The company"],
            _ => t["To ask them"],
        };

    public static string Of(ItemKind source, IStringLocalizer t) =>
        source switch
        {
            ItemKind.Facts => t["From the application’s facts"],
            ItemKind.NextInterview => t["From the next interview"],
            ItemKind.Posting => t["From the posting"],
            ItemKind.Deliverable => t["From a deliverable"],
            ItemKind.Note => t["From a text of yours"],
            _ => t["From a past interview"],
        };

    public static IEnumerable<SelectListItem> Kinds(IStringLocalizer t) =>
        Enum.GetValues<QuestionKind>().Select(kind => new SelectListItem(Of(kind, t), kind.ToString()));
}
