using JobTracker.Features.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Applications;

/// <summary>What the forms' selects offer.</summary>
public static class FormChoices
{
    public static IEnumerable<SelectListItem> Statuses(IStringLocalizer t) =>
        Enum.GetValues<ApplicationStatus>().Select(status => new SelectListItem(t[StatusLook.Of(status).Text], status.ToString()));

    public static IEnumerable<SelectListItem> Types(IStringLocalizer t) =>
        [None(t), .. Enum.GetValues<EmploymentType>().Select(type => new SelectListItem(t[Labels.Of(type)], type.ToString()))];

    public static IEnumerable<SelectListItem> Channels(IStringLocalizer t) =>
        [None(t), .. Enum.GetValues<Channel>().Select(channel => new SelectListItem(t[Labels.Of(channel)], channel.ToString()))];

    /// <summary>The label of a property of <see cref="ApplicationFacts"/>, in English, which is the localiser's key.</summary>
    public static string FieldName(string property) =>
        property switch
        {
            nameof(ApplicationFacts.Location) => "Place",
            nameof(ApplicationFacts.EmploymentType) => "Type",
            nameof(ApplicationFacts.DueOn) => "Deadline",
            _ => property,
        };

    private static SelectListItem None(IStringLocalizer t) => new(t["Not said"], "");
}
