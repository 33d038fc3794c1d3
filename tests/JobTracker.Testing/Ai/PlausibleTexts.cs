namespace JobTracker.Testing.Ai;

/// <summary>What the fakes say when nobody has told them.</summary>
internal static class PlausibleTexts
{
    public const string InEnglish = """
        For this interview I would lead with **one project** and let everything else support it.

        ### What to say first

        1. The problem, in one sentence: who had it, and what it cost them.
        2. What *you* decided, and which alternative you turned down.
        3. The result, with a number if you have one.

        Two points of the posting ask for more than your notes show so far:

        - **Working with a product team.** You mention it once; an example of a disagreement would help.
        - **Testing.** Say which failures your tests have caught, not how many there are.

        > Keep the first answer under two minutes. They will ask for details.

        Shall we rehearse the opening now?
        """;

    public const string InFrench = """
        Pour cet entretien, je m’appuierais sur **un seul projet** et laisserais le reste le soutenir.

        ### Par quoi commencer

        1. Le problème, en une phrase : qui l’avait, et ce qu’il coûtait.
        2. Ce que *vous* avez décidé, et la solution que vous avez écartée.
        3. Le résultat, avec un chiffre si vous en avez un.

        Deux points de l’annonce demandent plus que ce que montrent vos notes :

        - **Le travail avec une équipe produit.** Vous l’évoquez une fois ; un exemple de désaccord aiderait.
        - **Les tests.** Dites quelles pannes ils ont évitées, pas combien il y en a.

        > Gardez la première réponse sous deux minutes. On vous demandera des détails.

        Voulez-vous répéter l’ouverture maintenant ?
        """;

    private static readonly Dictionary<string, string[]> ByName = new(StringComparer.Ordinal)
    {
        ["question"] =
        [
            "Tell me about a project that did not go as planned. What did you do?",
            "How do you decide what to test, and what to leave untested?",
            "Why do you want to work here rather than at a larger company?",
            "What would you change first in a service that answers too slowly?",
            "Describe a disagreement in your team and how it ended.",
            "Which part of this role would be new to you?",
            "How would you explain your last project to somebody outside your field?",
            "What does a good first month look like for whoever takes this role?",
            "How do you keep learning when nobody sets you tasks?",
            "Tell me about feedback that changed how you work.",
            "How does the team decide what is released, and when?",
            "What do you do when two deadlines fall on the same day?",
        ],
        ["comment"] = ["This is concrete: it names what you did yourself.", "A result would make this stronger."],
        ["strengths"] =
        [
            "You name your own part in the work.",
            "The situation is clear after one sentence.",
            "You say why you decided as you did.",
        ],
        ["improvements"] =
        [
            "End with what changed because of your work.",
            "Leave out the tools that played no part.",
            "Say how you knew that it had worked.",
        ],
        ["improved_answer"] =
        [
            "In my last project the nightly import failed [how often]. I took it on, traced it to [cause], rewrote that part with tests, and since then it has run without a failure for [how long].",
        ],
        ["follow_up"] = ["How did you know that the change had really helped?"],
        ["why"] = ["The posting asks for it, and your notes mention it only once.", "It is asked in nearly every first interview."],
        ["source"] = ["posting", "notes"],
    };

    /// <summary>A sentence that fits a property's name; another one for each turn, where there are several.</summary>
    public static string For(string name, int turn)
    {
        var sentences = ByName.GetValueOrDefault(name) ?? ByName.GetValueOrDefault(name + "s");
        sentences ??= ByName["comment"];
        return sentences[turn % sentences.Length];
    }
}
