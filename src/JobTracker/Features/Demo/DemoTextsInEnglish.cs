namespace JobTracker.Features.Demo;

/// <summary>The demo's texts in English.</summary>
internal static class DemoTextsInEnglish
{
    public static readonly DemoWriting All = new()
    {
        Bank =
        [
            new(
                "Why this kind of work",
                ["motivation", "cover letter"],
                2,
                """
                What I like best is the moment when a slow thing becomes fast **and stays readable**. In my final year I spent three months on spatial indexes, first because the course asked for it, then because I could not leave it alone.

                I am looking for a team that measures before it changes anything, and that writes down why.
                """
            ),
            new(
                "Tell me about yourself (90 seconds)",
                ["interview", "about me"],
                5,
                """
                - **Now:** finishing a master's in software engineering; part-time in the university's library systems team.
                - **Before:** two summers at a bike-sharing start-up, first in support, then writing the tool support had asked for.
                - **Next:** a first job where my code is read by people who know more than I do.

                End with a question: *what would a good first month look like here?*
                """
            ),
            new(
                "STAR: the index that made search usable",
                ["STAR", "technical", "measuring"],
                9,
                """
                **Situation.** The library's map search took eight seconds with 400,000 places, and people gave up.

                **Task.** Bring it under one second without a new server.

                **Action.** I measured first: 90 % of the time went into distance checks. I built an R-tree, kept the old code behind a switch, and compared both on a week of real queries.

                **Result.** 8.1 s became 0.3 s at the 95th percentile. The switch went after two weeks; the comparison is still in the build.
                """
            ),
            new(
                "STAR: a disagreement about scope",
                ["STAR", "teamwork"],
                16,
                """
                **Situation.** Four of us, six weeks, and a plan for ten.

                **Task.** Nobody wanted to be the one who cut features.

                **Action.** I asked each of us to name the one thing a user would miss most, put the four answers on a page, and we built those first.

                **Result.** We delivered on time with two of the ten features left out. Nobody has asked for either since.
                """
            ),
            new(
                "STAR: something that went wrong",
                ["STAR", "failure"],
                23,
                """
                **Situation.** I deployed a change on a Friday that dropped the time zone of every booking.

                **Action.** I rolled back within ten minutes, wrote to the twelve people concerned, and repaired their bookings by hand.

                **Result.** There is a test now for each time zone we serve. I no longer trust a date without one.
                """
            ),
            new(
                "Strengths, with proof",
                ["interview", "strengths"],
                30,
                """
                1. I finish things: three projects in production, all still running.
                2. I write clearly. My hand-over notes were kept as the template.
                3. I ask early. My tutor's words: *"no surprises on the last day"*.
                """
            ),
            new(
                "Questions to ask them",
                ["interview", "questions"],
                12,
                """
                - What happens between "it works on my machine" and "a customer uses it"?
                - Who reviews the first pull request of somebody new?
                - What has the team decided *not* to do this year?
                - How do people learn here that something broke?
                """
            ),
            new(
                "Mail: following up after ten days",
                ["mail", "follow-up"],
                4,
                """
                Hello,

                Ten days ago I applied for the position of … and would be glad to know where it stands. I remain very interested, in particular because …

                If anything is missing from my application, I will send it the same day.

                Kind regards,
                Camille Rousseau
                """
            ),
            new(
                "Mail: thank you after an interview",
                ["mail", "interview"],
                7,
                """
                Hello,

                Thank you for the conversation this morning. What you said about … made me look again at …, and I would now answer your question on … like this: …

                I look forward to hearing from you.

                Camille Rousseau
                """
            ),
            new(
                "Availability and notice",
                ["facts"],
                40,
                """
                | what | answer |
                |---|---|
                | available from | 1 September |
                | length | six months or more |
                | where | London, Cambridge, remote |
                | languages | English C2, French native |
                """
            ),
        ],
        Notes =
        [
            new(
                "Notes on the company",
                ["research"],
                1,
                """
                - Founded in 2014, about 60 people, one product.
                - Their engineering blog: two posts on geometry on the server, worth mentioning.
                - Open issue tracker. I could try one of the *good first issues* before the call.
                """
            ),
            new(
                "Form: why do you want to join us?",
                ["motivation", "form"],
                1,
                """
                Because your service is used by people who have no time: a dispatcher, a nurse, a driver. I have worked on the same question at a smaller scale, and I would like to learn what changes when being wrong costs more than a complaint.
                """
            ),
            new(
                "Mail that I sent with the application",
                ["mail"],
                3,
                """
                Hello,

                Attached are my résumé and a one-page note on the R-tree project, with its measurements. I would be glad to talk about either.

                Camille Rousseau
                """
            ),
        ],
    };
}
