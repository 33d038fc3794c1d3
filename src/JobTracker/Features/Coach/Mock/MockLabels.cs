using System.Globalization;
using JobTracker.Features.Interviews;
using JobTracker.Kernel;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Coach.Mock;

/// <summary>The words of mock interviews on screen.</summary>
public static class MockLabels
{
    public static string Of(Difficulty difficulty, IStringLocalizer t) =>
        difficulty switch
        {
            Difficulty.Gentle => t["Gentle"],
            Difficulty.Usual => t["As usual"],
            _ => t["Tough"],
        };

    public static string Of(StarPart part, IStringLocalizer t) =>
        part switch
        {
            StarPart.Present => t["Present"],
            StarPart.Weak => t["Weak"],
            _ => t["Missing"],
        };

    public static string IconOf(StarPart part) =>
        part switch
        {
            StarPart.Present => "circle-check",
            StarPart.Weak => "circle-half-2",
            _ => "circle-dashed",
        };

    public static string Of(MockReport.Dimension dimension, IStringLocalizer t) =>
        dimension switch
        {
            MockReport.Dimension.Relevance => t["Relevance"],
            MockReport.Dimension.Clarity => t["Clarity"],
            _ => t["Specificity"],
        };

    public static IReadOnlyList<(string Name, StarPart Part)> Star(StarParts star, IStringLocalizer t) =>
        [(t["Situation"], star.Situation), (t["Task"], star.Task), (t["Action"], star.Action), (t["Result"], star.Result)];

    /// <summary>"1 min 48 s".</summary>
    public static string Time(int seconds, IStringLocalizer t) =>
        seconds < 60 ? t["{0} s", seconds] : t["{0} min {1} s", seconds / 60, seconds % 60];

    /// <summary>One figure behind the point, as the reader's language writes it.</summary>
    public static string Score(double? score) => score?.ToString("0.0", CultureInfo.CurrentCulture) ?? "–";

    /// <summary>"Question 3 of 5", "Follow-up to question 3".</summary>
    public static string Heading(MockQuestion question, int count, IStringLocalizer t) =>
        question.IsFollowUp ? t["Follow-up to question {0}", question.Number] : t["Question {0} of {1}", question.Number, count];

    public static string Language(string language, IStringLocalizer t) => language == Locales.French ? t["French"] : t["English"];

    public static IEnumerable<SelectListItem> Types(IStringLocalizer t) =>
        Enum.GetValues<InterviewType>()
            .Select(type => new SelectListItem(type == InterviewType.Other ? t["Other"] : InterviewLabels.Of(type, t), type.ToString()));

    public static IEnumerable<SelectListItem> Difficulties(IStringLocalizer t) =>
        Enum.GetValues<Difficulty>().Select(difficulty => new SelectListItem(Of(difficulty, t), difficulty.ToString()));

    public static IEnumerable<SelectListItem> Languages(IStringLocalizer t) =>
        Locales.All.Select(language => new SelectListItem(Language(language, t), language));

    public static IEnumerable<SelectListItem> Counts() =>
        Enumerable
            .Range(MockFacts.Rules.FewestQuestions, MockFacts.Rules.MostQuestions - MockFacts.Rules.FewestQuestions + 1)
            .Select(count => new SelectListItem(count.ToString(CultureInfo.CurrentCulture), count.ToString(CultureInfo.InvariantCulture)));
}
