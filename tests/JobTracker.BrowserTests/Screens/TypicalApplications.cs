namespace JobTracker.BrowserTests.Screens;

/// <summary>What somebody may have in the list after a month: every status, long names, gaps, both languages.</summary>
internal static class TypicalApplications
{
    private const string Posting = """
        Kestrel Maps builds the route engine behind ambulance dispatch in eleven counties.

        What you will do
        • Ship changes to a service that answers 4,000 requests a second
        • Measure before and after, and write down what you found
        """;

    private const string Comment =
        "They care about geometry on the server and keep a public issue tracker: mention the R-tree project.\n\nAsk how new graduates are mentored.";

    public static IEnumerable<object> Until(DateOnly today)
    {
        string Day(int ago) => today.AddDays(-ago).ToString("O", null);
        yield return new
        {
            company = "Maison Delorme",
            position = "Stage assistante communication",
            status = "withdrawn",
            employment_type = "stage",
            location = "Lyon",
            applied_on = Day(52),
        };
        yield return new
        {
            company = "Cobalt Rail",
            position = "Signalling graduate scheme",
            status = "rejected",
            employment_type = "cdi",
            location = "Derby, UK",
            applied_on = Day(61),
            responded_on = Day(40),
        };
        yield return new
        {
            company = "Alder Health",
            position = "Associate software engineer",
            status = "screening",
            employment_type = "cdi",
            location = "Leeds, UK",
            applied_on = Day(25),
        };
        yield return new
        {
            company = "Lisière Conseil",
            position = "Stage développement interne",
            status = "applied",
            employment_type = "stage",
            location = "Nancy",
            applied_on = Day(16),
        };
        yield return new
        {
            company = "Éditions Garance",
            position = "Stage développement web",
            status = "draft",
            employment_type = "stage",
            location = "Paris",
            due_on = Day(-17),
        };
        yield return new
        {
            company = "Halle Robotique",
            position = "Stage ingénieure logiciel embarqué",
            status = "offer",
            employment_type = "stage",
            location = "Toulouse",
            applied_on = Day(39),
            responded_on = Day(30),
            is_favorite = true,
        };
        yield return new
        {
            company = "Sillon Agritech",
            position = "Développeuse",
            status = "no_response",
            channel = "pole_emploi",
            applied_on = Day(80),
        };
        yield return new
        {
            company = "Compagnie Nationale d’Aménagement de la Région Sud",
            position = "Stage bio-informatique, analyse d’images de microscopie et traitement du signal",
            status = "accepted",
            employment_type = "alternance",
            location = "Saint-Rémy-lès-Chevreuse",
            applied_on = Day(90),
            responded_on = Day(80),
        };
        yield return new
        {
            company = "Kestrel Maps",
            position = "Graduate software engineer",
            status = "interview",
            employment_type = "cdi",
            channel = "company_website",
            location = "Cambridge, UK",
            link = "https://kestrel.example/jobs/114",
            salary = "£38,000 a year",
            contact = "Hannah Whitlock, recruiter",
            applied_on = Day(19),
            responded_on = Day(12),
            due_on = Day(-3),
            comment = Comment,
            posting = Posting,
            is_favorite = true,
        };
    }
}
