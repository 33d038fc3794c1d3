using System.Globalization;
using System.Text.Json;
using JobTracker.Features.Applications;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Capture;

/// <summary>Reads one schema.org/JobPosting.</summary>
internal sealed class PostingBlock(IStringLocalizer t)
{
    private static readonly string[] Sections = ["description", "responsibilities", "qualifications", "skills", "jobBenefits"];

    public Found Read(JsonElement posting, DateOnly today)
    {
        var title = One(posting.Member("title")) ?? One(posting.Member("name"));
        var (type, typeIsSure) = ContractWords.OfSchema(posting.Member("employmentType").Items().Select(item => item.Text()));
        var guessed = type is null ? ContractWords.In(title) : null;
        var (places, placesAreMany) = PlacesOf(posting);
        var (due, dueIsSure) = DueOf(posting.Member("validThrough"), today);
        var found = new Found
        {
            Facts = new ApplicationFacts
            {
                Position = PositionName.Bare(title),
                Company = NameOf(posting.Member("hiringOrganization")),
                Location = places,
                EmploymentType = type ?? guessed,
                DueOn = due,
                Salary = new Pay(t).Of(posting.Member("baseSalary")) ?? new Pay(t).Of(posting.Member("estimatedSalary")),
                Contact = ContactOf(posting.Member("applicationContact")),
                Link = posting
                    .Member("url")
                    .Items()
                    .Select(item => item.Text()?.Trim())
                    .FirstOrDefault(link => link is not null && Rules.IsWebAddress(link)),
                Posting = TextOf(posting),
            },
        };
        return found
            .Doubting(type is not null && !typeIsSure || guessed is not null ? [nameof(ApplicationFacts.EmploymentType)] : [])
            .Doubting(placesAreMany ? [nameof(ApplicationFacts.Location)] : [])
            .Doubting(dueIsSure ? [] : [nameof(ApplicationFacts.DueOn)]);
    }

    private static string? One(JsonElement element) =>
        element.Items().Select(item => item.Text()).FirstOrDefault(text => text is not null) is { } text
            ? Tidy.Line(PageText.Words(text))
            : null;

    private static string? NameOf(JsonElement organization) =>
        organization.Items().Select(item => One(item.Member("name")) ?? One(item)).FirstOrDefault(name => name is not null);

    private (string? Text, bool AreMany) PlacesOf(JsonElement posting)
    {
        const int most = 3;
        var places = posting.Member("jobLocation").Items().Select(PlaceOf).Where(place => place is not null).Distinct().ToList();
        if (
            posting
                .Member("jobLocationType")
                .Items()
                .Any(type => type.Text()?.Contains("TELECOMMUTE", StringComparison.OrdinalIgnoreCase) == true)
        )
            places.Add(t["Remote"]);
        return (places.Count == 0 ? null : string.Join(" / ", places.Take(most)), places.Count > most);
    }

    private static string? PlaceOf(JsonElement place)
    {
        var address =
            place.Member("address").ValueKind == JsonValueKind.Undefined ? place : place.Member("address").Items().FirstOrDefault();
        if (One(address) is { } plain)
            return plain;
        string?[] parts =
        [
            One(address.Member("addressLocality")),
            One(address.Member("addressRegion")),
            NameOf(address.Member("addressCountry")),
        ];
        var known = parts.Where(part => part is not null).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return known.Count > 0 ? string.Join(", ", known) : One(place.Member("name"));
    }

    /// <summary>The calendar day as it is written: its time and its zone move nothing.</summary>
    private static (DateOnly? Day, bool IsSure) DueOf(JsonElement element, DateOnly today)
    {
        if (element.Text()?.Trim() is not { } text)
            return (null, true);
        return text.Length >= 10
            && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? (day, true)
            : WrittenDays.In(text, today) is { } written ? (written.Day, written.IsSure)
            : (null, true);
    }

    private static string? ContactOf(JsonElement contact)
    {
        string?[] parts = [One(contact.Member("name")), One(contact.Member("email")), One(contact.Member("telephone"))];
        var known = string.Join(", ", parts.Where(part => part is not null));
        return known.Length == 0 ? One(contact) : known;
    }

    private static string? TextOf(JsonElement posting)
    {
        var texts = Sections
            .Select(name => string.Join('\n', posting.Member(name).Items().Select(item => item.Text()).OfType<string>()))
            .Where(text => text.Length > 0);
        return Tidy.Block(string.Join("\n\n", texts.Select(text => PageText.Words(text).Trim()).Distinct(StringComparer.Ordinal)));
    }
}
