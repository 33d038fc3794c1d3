using JobTracker.Features.Coach.Context;
using JobTracker.Kernel;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Questions;

/// <summary>How the model is asked for questions, in the person's language.</summary>
internal static class QuestionWords
{
    public static IReadOnlyList<Turn> Ask(string locale) =>
        [
            new(
                ChatRole.User,
                locale == Locales.French
                    ? """
                    Préparez 12 questions pour mes entretiens : environ 4 de comportement, 4 techniques, 2 sur l’entreprise, 2 que je pourrais poser moi-même (to_ask).
                    Chacune doit tenir à ce que disent les données, et non à n’importe quel poste. « why » dit en une phrase pourquoi elle peut tomber, ou pourquoi la poser. « source » est le type d’élément dont elle est tirée. Deux questions ne doivent pas demander la même chose. Écrivez en français.
                    """
                    : """
                    Prepare 12 questions for my interviews: about 4 behavioural, 4 technical, 2 about the company, 2 that I could ask myself (to_ask).
                    Each must follow from what the data says and not fit just any job. "why" says in one sentence why it may come, or why to ask it. "source" is the kind of item that it follows from. No two may ask the same thing. Write in English.
                    """
            ),
        ];

    public static string Repair(string locale) =>
        locale == Locales.French
            ? "Ce n’était pas le JSON demandé. Répondez de nouveau, uniquement avec un JSON conforme au schéma, avec 12 questions."
            : "That was not the JSON that was asked for. Answer again, with nothing but JSON that keeps the schema, with 12 questions.";
}
