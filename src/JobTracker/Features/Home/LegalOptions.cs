namespace JobTracker.Features.Home;

/// <summary>Who runs this copy, for the legal notice and the privacy page. Section "Legal".</summary>
public sealed class LegalOptions
{
    public const string Section = "Legal";

    /// <summary>The person or organisation that answers for the site.</summary>
    public string? Operator { get; set; }

    /// <summary>An e-mail address or the address of a contact page.</summary>
    public string? Contact { get; set; }

    /// <summary>Name and country of the company whose machines hold the data.</summary>
    public string? Host { get; set; }

    /// <summary>Where a click on the contact leads, if it can lead somewhere.</summary>
    public string? ContactLink =>
        Contact switch
        {
            { } web when web.StartsWith("https://", StringComparison.Ordinal) => web,
            { } mail when mail.Contains('@', StringComparison.Ordinal) && !mail.Contains(' ', StringComparison.Ordinal) => $"mailto:{mail}",
            _ => null,
        };

    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(Operator) && !string.IsNullOrWhiteSpace(Contact) && !string.IsNullOrWhiteSpace(Host);
}
