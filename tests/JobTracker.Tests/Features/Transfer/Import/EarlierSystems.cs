namespace JobTracker.Tests.Features.Transfer.Import;

/// <summary>Exports of the systems that people come from, in their shapes, with what is odd in them.</summary>
internal static class EarlierSystems
{
    public const string SaasJson = """
        {
          "export_date": "2026-05-04T08:12:45.118020+00:00",
          "total_applications": 5,
          "applications": [
            {"id": "7e1f7a52-6f5f-4a6f-8a55-1b2f6b6d0001", "entreprise": "Crédit Mutuel Arkéa", "poste": "Ingénieure données", "type_poste": "cdi", "lieu": "Brest", "moyen": "linkedin",
             "date_candidature": "2026-03-02T00:00:00+00:00", "lien": "https://emplois.example/arkea/77?utm_source=x", "reponse": "positive", "date_reponse": "2026-03-09T11:00:00+00:00",
             "commentaire": "Appel de Mme Le Goff", "is_favorite": true, "created_at": "2026-03-02T19:30:00+00:00", "updated_at": "2026-03-09T12:00:00+00:00", "user_id": 14,
             "entretiens": [
               {"id": "11f0c1de-0000-4000-8000-000000000001", "date_entretien": "2026-03-16T13:30:00+00:00", "type_entretien": "rh", "format_entretien": "video", "lieu_entretien": "Teams", "statut": "completed", "interviewer": "Mme Le Goff", "commentaire": "Très cordial"},
               {"id": "11f0c1de-0000-4000-8000-000000000002", "date_entretien": "2026-03-30T08:00:00+00:00", "type_entretien": "technical", "format_entretien": "in_person", "lieu_entretien": "1 rue Louis Lichou", "statut": "cancelled", "interviewer": null, "commentaire": null}]},
            {"id": "7e1f7a52-6f5f-4a6f-8a55-1b2f6b6d0002", "entreprise": "=1+1", "poste": "Stage réseaux", "type_poste": "stage", "lieu": null, "moyen": "pole_emploi",
             "date_candidature": "2026-03-20", "lien": null, "reponse": "pending", "date_reponse": null, "commentaire": "une\ndeux; \"trois\"", "is_favorite": false, "entretiens": []},
            {"id": "7e1f7a52-6f5f-4a6f-8a55-1b2f6b6d0003", "entreprise": "Radio-Canada", "poste": "Développeuse", "type_poste": "alternance", "lieu": "Montréal", "moyen": "company_website",
             "date_candidature": "2025-12-31T23:45:00-05:00", "lien": "http://localhost:8000/carrieres.example/rc/5", "reponse": "no_response", "date_reponse": null, "commentaire": "", "is_favorite": false, "entretiens": []},
            {"id": "7e1f7a52-6f5f-4a6f-8a55-1b2f6b6d0004", "entreprise": "Ville de Quimper", "poste": "Technicienne", "type_poste": "interim", "lieu": "Quimper", "moyen": "apec",
             "date_candidature": "2026-02-10T00:00:00", "lien": "", "reponse": "cancelled", "date_reponse": "2026-02-14", "commentaire": null, "is_favorite": false, "entretiens": []},
            {"id": "7e1f7a52-6f5f-4a6f-8a55-1b2f6b6d0005", "entreprise": "Naval Group", "poste": "Architecte", "type_poste": "cdi", "lieu": "Brest", "moyen": "email",
             "date_candidature": "2026-01-05", "lien": "", "reponse": "positive", "date_reponse": "2026-01-12", "commentaire": null, "is_favorite": false, "entretiens": []}
          ]
        }
        """;

    public const string SaasCsv =
        "\"Entreprise\";\"Poste\";\"Type\";\"Lieu\";\"Moyen\";\"Date Candidature\";\"Lien\";\"Statut\";\"Date Réponse\";\"Commentaire\";\"Favori\"\n"
        + "\"Crédit Mutuel Arkéa\";\"Ingénieure données\";\"cdi\";\"Brest\";\"linkedin\";\"2026-03-02\";\"https://emplois.example/arkea/77\";\"positive\";\"2026-03-09\";\"Appel ; puis mail\";\"Oui\"\n"
        + "\"Radio-Canada\";\"Développeuse\";\"alternance\";\"Montréal\";\"company_website\";\"2025-12-31\";\"\";\"no_response\";\"\";\"\";\"Non\"\n"
        + "\"L'Oréal; pôle R&D\";\"Stage \"\"parfums\"\"\";\"stage\";\"\";\"other\";\"2026-01-09\";\"\";\"negative\";\"2026-01-19\";\"deux\nlignes\";\"Non\"\n";

    public const string SessionCsv =
        "company,city,mission,link,date\n"
        + "Thalès Alenia,Cannes,Stage logiciel embarqué,www.emplois.example/thales/9,2026-02-11 09:14:03\n"
        + "\"Dassault, Systèmes\",Vélizy,Stage 3D,https://emplois.example/3ds?id=9,2026-02-11 09:16:41\n"
        + "OVHcloud,Roubaix,Stage SRE,http://localhost:8000/carrieres.example/ovh/77,2026-02-11 09:21:10\n";
}
