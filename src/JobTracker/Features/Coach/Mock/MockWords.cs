using JobTracker.Features.Interviews;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Mock;

/// <summary>How the model is asked for questions and for feedback, in the interview's language.</summary>
internal static class MockWords
{
    public static string Questions(MockFacts facts) =>
        facts.Language == Locales.French
            ? $"""
                Nous répétons un entretien : {TypeInFrench(facts.Type)}, {DifficultyInFrench(
                    facts.Difficulty
                )}. Vous êtes la personne qui le mène.
                Donnez exactement {facts.Questions} questions en français, dans l’ordre où vous les poseriez, de la prise de contact à la fin. Chacune tient à l’annonce ou à ce que disent mes textes, se comprend seule et ne demande qu’une chose. Au moins une demande un exemple vécu. Aucune ne suppose un fait que les données ne disent pas.
                """
            : $"""
                We rehearse an interview: {TypeInEnglish(facts.Type)}, {DifficultyInEnglish(
                    facts.Difficulty
                )}. You are the person who leads it.
                Give exactly {facts.Questions} questions in English, in the order in which you would ask them, from the opening to the end. Each follows from the posting or from what my texts say, is clear by itself and asks one thing. At least one asks for an example from my own past. None takes a fact for granted that the data does not say.
                """;

    public static string Feedback(MockInterview mock) =>
        mock.Language == Locales.French
            ? $"""
                Nous répétons un entretien : {TypeInFrench(mock.Type)}, {DifficultyInFrench(
                    mock.Difficulty
                )}. Vous posez une question, je réponds, puis vous évaluez ma réponse selon le schéma, en français.
                - evidence : des passages de ma réponse, copiés lettre pour lettre, chacun avec ce qu’il montre ou ce qui lui manque.
                - star : si la situation, la tâche, l’action et le résultat y sont (present), sont faibles (weak) ou manquent (missing).
                - relevance, clarity, specificity : de 1 à 5. 3 est une réponse correcte ; 5 est rare.
                - strengths et improvements : trois au plus, une phrase chacun, ce qu’il faut garder et ce qu’il faut changer.
                - improved_answer : ma réponse en plus convaincant, à la première personne, uniquement avec des faits de ma réponse ou des données. Ce qui manque s’écrit entre crochets, par exemple [le chiffre].
                - follow_up : la question que vous poseriez ensuite sur ma réponse.
                """
            : $"""
                We rehearse an interview: {TypeInEnglish(mock.Type)}, {DifficultyInEnglish(
                    mock.Difficulty
                )}. You ask a question, I answer, then you assess my answer by the schema, in English.
                - evidence: passages of my answer, copied letter for letter, each with what it shows or lacks.
                - star: whether situation, task, action and result are present, weak or missing.
                - relevance, clarity, specificity: 1 to 5. 3 is a decent answer; 5 is rare.
                - strengths and improvements: three at most, one sentence each, what to keep and what to change.
                - improved_answer: my answer made stronger, in the first person, with facts from my answer or the data alone. What is missing stands in brackets, for example [the figure].
                - follow_up: the question that you would ask next about my answer.
                """;

    public static string Repair(string language) =>
        language == Locales.French
            ? "Ce n’était pas le JSON demandé. Répondez de nouveau, uniquement avec un JSON conforme au schéma, tous les champs remplis."
            : "That was not the JSON that was asked for. Answer again, with nothing but JSON that keeps the schema, every field filled in.";

    private static string TypeInEnglish(InterviewType type) =>
        type switch
        {
            InterviewType.Hr => "with HR, about motivation and background",
            InterviewType.Technical => "technical, about what I know and have built",
            InterviewType.Manager => "with the manager of the team, about how I work",
            InterviewType.Final => "the last round, with senior people, about fit and decision",
            _ => "of a general kind",
        };

    private static string TypeInFrench(InterviewType type) =>
        type switch
        {
            InterviewType.Hr => "avec les RH, sur la motivation et le parcours",
            InterviewType.Technical => "technique, sur ce que je sais et ce que j’ai construit",
            InterviewType.Manager => "avec la personne qui dirige l’équipe, sur ma façon de travailler",
            InterviewType.Final => "le dernier tour, avec la direction, sur l’adéquation et la décision",
            _ => "d’ordre général",
        };

    private static string DifficultyInEnglish(Difficulty difficulty) =>
        difficulty switch
        {
            Difficulty.Gentle => "friendly and easy",
            Difficulty.Usual => "as demanding as usual",
            _ => "demanding, with questions that dig",
        };

    private static string DifficultyInFrench(Difficulty difficulty) =>
        difficulty switch
        {
            Difficulty.Gentle => "bienveillant et facile",
            Difficulty.Usual => "d’un niveau habituel",
            _ => "exigeant, avec des questions qui creusent",
        };
}
