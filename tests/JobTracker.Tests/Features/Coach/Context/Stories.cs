using JobTracker.Testing;

namespace JobTracker.Tests.Features.Coach.Context;

/// <summary>Three applications as people have them: a full one, one whose posting is too long, and one with hardly anything.</summary>
internal static class Stories
{
    public static Task<string> TellAsync(string story, TestUser user) =>
        story switch
        {
            "full" => FullAsync(user),
            "long" => LongAsync(user),
            _ => user.AddAsync("/api/applications", new { company = "Sillon Agritech", position = "Développeuse" }),
        };

    private static async Task<string> FullAsync(TestUser user)
    {
        var application = await user.AddAsync(
            "/api/applications",
            new
            {
                company = "Kestrel Maps",
                position = "Graduate software engineer",
                status = "interview",
                employment_type = "cdi",
                location = "Cambridge, UK",
                salary = "£38,000 a year",
                contact = "Hannah Whitlock, recruiter",
                applied_on = "2026-11-02",
                comment = "They care about geometry on the server.\n\nAsk how new graduates are mentored.",
                posting = "Kestrel Maps builds the route engine behind ambulance dispatch.\n\nWhat you will do\n• Ship changes to a service that answers 4,000 requests a second\n• Measure before and after",
            }
        );
        await user.AddAsync(
            "/api/interviews",
            new
            {
                application_id = application,
                starts_at = "2026-11-12T09:00:00Z",
                time_zone = "Europe/London",
                type = "hr",
                format = "phone",
                status = "completed",
                interviewer = "Hannah Whitlock",
                debrief = "Friendly. Next: a technical round on Postgres.",
            }
        );
        await user.AddAsync(
            "/api/interviews",
            new
            {
                application_id = application,
                starts_at = "2026-11-23T10:00:00Z",
                time_zone = "Europe/London",
                type = "technical",
                format = "video",
                location = "https://meet.example/rooms/secret-code",
                comment = "- R-tree story\n- Ask about tiles",
            }
        );
        await user.AddAsync(
            "/api/deliverables",
            new
            {
                application_id = application,
                title = "Cover letter",
                kind = "cover_letter",
                state = "done",
                due_on = "2026-11-02",
                content = "Dear Hannah,\n\nYour public issue tracker is where I first read about spatial indexes.",
            }
        );
        await user.AddAsync("/api/deliverables", new { application_id = application, title = "Reference letter" });
        await user.AddAsync(
            "/api/writing",
            new
            {
                application_id = application,
                title = "R-tree project",
                content = "2.1 million points. A linear scan took 480 ms, a bulk-loaded R-tree 6 ms at the 95th percentile.",
            }
        );
        return application;
    }

    private static async Task<string> LongAsync(TestUser user)
    {
        var company = string.Join(' ', Enumerable.Repeat("Halle Robotique conçoit des bras articulés pour les ateliers.", 200));
        var application = await user.AddAsync(
            "/api/applications",
            new
            {
                company = "Halle Robotique",
                position = "Stage ingénieure logiciel embarqué",
                status = "applied",
                employment_type = "stage",
                location = "Toulouse",
                posting = $"L’entreprise\n{company}\n\nVotre profil\n• Vous programmez en C++ ou en Rust\n• Vous avez déjà mesuré une latence\n\nAvantages\n• Restaurant d’entreprise",
            }
        );
        for (var number = 1; number <= 5; number++)
            await user.AddAsync(
                "/api/writing",
                new
                {
                    application_id = application,
                    title = $"Note {number}",
                    content = string.Join("\n\n", Enumerable.Repeat($"Ce que j’ai retenu de la visite numéro {number}.", 45)),
                }
            );
        return application;
    }
}
