using JobTracker.Features.Transfer.Import.Foreign;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>The SaaS API's table, as text or workbook: French headings.</summary>
internal static class SaasTable
{
    private static readonly string[] Telling = ["entreprise", "poste", "date candidature", "moyen", "favori"];

    public static string NameOf(string heading) => Folding.Fold(heading);

    public static bool Is(NamedColumns columns) => Telling.All(columns.Has);

    public static Incoming Read(TableRow row, NamedColumns columns, ReadingTerms terms)
    {
        var cells = new RowReading(row, columns, terms.T);
        var favorite = Folding.Fold(cells.Text("favori"));
        if (favorite is not ("" or "oui" or "non" or "true" or "false" or "1" or "0"))
            return new UnreadableRow(row.Number, "Favori", terms.T["This value cannot be read."]);
        var read = SaasMapping.Of(
            row.Number,
            new SaasRow
            {
                Entreprise = cells.Text("entreprise"),
                Poste = cells.Text("poste"),
                TypePoste = cells.Text("type"),
                Lieu = cells.Text("lieu"),
                Moyen = cells.Text("moyen"),
                DateCandidature = cells.Text("date candidature"),
                Lien = cells.Text("lien"),
                Reponse = cells.Text("statut"),
                DateReponse = cells.Text("date reponse"),
                Commentaire = cells.Text("commentaire"),
                IsFavorite = favorite is "oui" or "true" or "1",
            },
            terms
        );
        return read is UnreadableRow bad ? bad with { Field = InTable(bad.Field) } : read;
    }

    /// <summary>The column's heading.</summary>
    private static string? InTable(string? field) =>
        field switch
        {
            "date_candidature" => "Date Candidature",
            "date_reponse" => "Date Réponse",
            "type_poste" => "Type",
            "moyen" => "Moyen",
            "reponse" => "Statut",
            _ => field,
        };
}
