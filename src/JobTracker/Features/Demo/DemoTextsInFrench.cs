namespace JobTracker.Features.Demo;

/// <summary>The demo's texts in French.</summary>
internal static class DemoTextsInFrench
{
    public static readonly DemoWriting All = new()
    {
        Bank =
        [
            new(
                "Pourquoi ce métier",
                ["motivation", "lettre"],
                2,
                """
                Ce que je préfère, c’est le moment où une chose lente devient rapide **et reste lisible**. En dernière année, j’ai passé trois mois sur les index spatiaux : d’abord parce que le cours le demandait, ensuite parce que je n’arrivais plus à m’en détacher.

                Je cherche une équipe qui mesure avant de modifier, et qui écrit pourquoi.
                """
            ),
            new(
                "Parlez-moi de vous (90 secondes)",
                ["entretien", "présentation"],
                5,
                """
                - **Aujourd’hui :** je termine un master en génie logiciel, avec un temps partiel à la bibliothèque universitaire.
                - **Avant :** deux étés dans une start-up de vélos partagés, au support puis au développement de l’outil que le support demandait.
                - **Ensuite :** un premier poste où mon code sera relu par plus expérimenté que moi.

                Finir par une question : *à quoi ressemble un premier mois réussi chez vous ?*
                """
            ),
            new(
                "STAR : l’index qui a sauvé la recherche",
                ["STAR", "technique", "mesures"],
                9,
                """
                **Situation.** La recherche sur carte prenait huit secondes pour 400 000 lieux ; les gens abandonnaient.

                **Tâche.** Passer sous la seconde sans nouveau serveur.

                **Action.** J’ai d’abord mesuré : 90 % du temps partait en calculs de distance. J’ai écrit un arbre R, gardé l’ancien code derrière une option et comparé les deux sur une semaine de requêtes réelles.

                **Résultat.** De 8,1 s à 0,3 s au 95e centile. L’option a disparu au bout de deux semaines ; la comparaison tourne toujours.
                """
            ),
            new(
                "STAR : un désaccord sur le périmètre",
                ["STAR", "travail d’équipe"],
                16,
                """
                **Situation.** Quatre personnes, six semaines, et un plan prévu pour dix.

                **Tâche.** Personne ne voulait être celui qui supprime des fonctions.

                **Action.** J’ai demandé à chacun ce qui manquerait le plus à un utilisateur, mis les quatre réponses sur une page, et nous avons commencé par là.

                **Résultat.** Livré à temps, avec deux fonctions en moins sur dix. Personne ne les a réclamées depuis.
                """
            ),
            new(
                "STAR : une erreur",
                ["STAR", "échec"],
                23,
                """
                **Situation.** Un vendredi, j’ai mis en ligne une modification qui effaçait le fuseau horaire de chaque réservation.

                **Action.** Retour en arrière en dix minutes, message aux douze personnes concernées, réservations réparées à la main.

                **Résultat.** Il existe maintenant un test par fuseau horaire. Je ne fais plus confiance à une date sans fuseau.
                """
            ),
            new(
                "Points forts, preuves à l’appui",
                ["entretien", "points forts"],
                30,
                """
                1. Je termine ce que je commence : trois projets en production, tous en service.
                2. J’écris clairement. Mes notes de passation ont servi de modèle.
                3. Je demande tôt. Mon tuteur : *« aucune surprise le dernier jour »*.
                """
            ),
            new(
                "Questions à leur poser",
                ["entretien", "questions"],
                12,
                """
                - Que se passe-t-il entre « ça marche chez moi » et « un client s’en sert » ?
                - Qui relit la première contribution d’une nouvelle personne ?
                - Qu’est-ce que l’équipe a décidé de *ne pas* faire cette année ?
                - Comment apprend-on ici que quelque chose est cassé ?
                """
            ),
            new(
                "E-mail : relance après dix jours",
                ["e-mail", "relance"],
                4,
                """
                Bonjour,

                J’ai postulé il y a dix jours au poste de … et me permets de vous demander où en est ma candidature. Le poste m’intéresse toujours vivement, notamment parce que …

                S’il manque une pièce à mon dossier, je vous l’envoie le jour même.

                Bien cordialement,
                Camille Rousseau
                """
            ),
            new(
                "E-mail : remerciements après un entretien",
                ["e-mail", "entretien"],
                7,
                """
                Bonjour,

                Merci pour l’échange de ce matin. Ce que vous avez dit de … m’a fait revoir …, et je répondrais maintenant ainsi à votre question sur … : …

                Dans l’attente de votre retour, bien cordialement,
                Camille Rousseau
                """
            ),
            new(
                "Disponibilités",
                ["en bref"],
                40,
                """
                | quoi | réponse |
                |---|---|
                | à partir du | 1er septembre |
                | durée | six mois ou plus |
                | où | Paris, Lyon, télétravail |
                | langues | français, anglais C1 |
                """
            ),
        ],
        Notes =
        [
            new(
                "Notes sur l’entreprise",
                ["recherche"],
                1,
                """
                - Fondée en 2014, une soixantaine de personnes, un seul produit.
                - Deux billets de leur blog technique sur la géométrie côté serveur : à citer.
                - Suivi des anomalies public. Essayer d’en corriger une avant l’entretien.
                """
            ),
            new(
                "Formulaire : pourquoi nous rejoindre ?",
                ["motivation", "formulaire"],
                1,
                """
                Parce que votre service sert à des gens pressés : une régulatrice, un infirmier, une conductrice. J’ai travaillé sur la même question à plus petite échelle, et je voudrais apprendre ce qui change quand une erreur coûte plus cher qu’une réclamation.
                """
            ),
            new(
                "E-mail envoyé avec la candidature",
                ["e-mail"],
                3,
                """
                Bonjour,

                Vous trouverez ci-joints mon CV et une note d’une page sur le projet d’arbre R, avec ses mesures. Je serais ravie d’en parler avec vous.

                Camille Rousseau
                """
            ),
        ],
    };
}
