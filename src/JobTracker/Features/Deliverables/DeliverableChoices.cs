using JobTracker.Features.Applications;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Deliverables;

/// <summary>What the forms' selects offer.</summary>
public static class DeliverableChoices
{
    public static IEnumerable<SelectListItem> Kinds(IStringLocalizer t) =>
        Enum.GetValues<DeliverableKind>().Select(kind => new SelectListItem(t[DeliverableLabels.Of(kind)], kind.ToString()));

    public static IEnumerable<SelectListItem> States(IStringLocalizer t) =>
        Enum.GetValues<DeliverableState>().Select(state => new SelectListItem(t[DeliverableLabels.Of(state)], state.ToString()));

    /// <summary>Those that still go on come first.</summary>
    public static IEnumerable<SelectListItem> Applications(IReadOnlyList<ApplicationChoice> applications, IStringLocalizer t)
    {
        yield return new SelectListItem(t["Choose…"], "");
        var (open, closed) = (
            new SelectListGroup { Name = t["Open applications"] },
            new SelectListGroup { Name = t["Closed applications"] }
        );
        foreach (var row in applications)
            yield return new SelectListItem($"{row.Company}, {row.Position}", row.Id.ToString()) { Group = row.IsClosed ? closed : open };
    }
}
