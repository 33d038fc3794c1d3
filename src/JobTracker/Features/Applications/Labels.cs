namespace JobTracker.Features.Applications;

/// <summary>The words for enumerations on screen, in English: the localiser's keys.</summary>
public static class Labels
{
    public static string Of(EmploymentType type) =>
        type switch
        {
            EmploymentType.Cdi => "Permanent",
            EmploymentType.Cdd => "Fixed-term",
            EmploymentType.Stage => "Internship",
            EmploymentType.Alternance => "Work-study",
            EmploymentType.Freelance => "Freelance",
            _ => "Temporary",
        };

    public static string Of(Channel channel) =>
        channel switch
        {
            Channel.Linkedin => "LinkedIn",
            Channel.CompanyWebsite => "Company website",
            Channel.Email => "E-mail",
            Channel.Indeed => "Indeed",
            Channel.Apec => "APEC",
            Channel.PoleEmploi => "France Travail",
            Channel.Referral => "Referral",
            _ => "Other",
        };
}
