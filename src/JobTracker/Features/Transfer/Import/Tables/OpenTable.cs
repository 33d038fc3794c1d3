using JobTracker.Features.Transfer.Import.Foreign;
using JobTracker.Features.Transfer.Import.Mapping;
using JobTracker.Kernel;

namespace JobTracker.Features.Transfer.Import.Tables;

/// <summary>Finds out by its heading what a table in text is.</summary>
internal static class OpenTable
{
    public static Outcome<ImportSource> Of(Stream file, ReadingTerms terms, TableMapping? mapping)
    {
        var table = new CsvTable(file, mapping?.Shape ?? new CsvShape(), terms.T);
        return Objection(table, terms) is { } objection ? OpenSource.No(objection) : OfText(table, terms, mapping);
    }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public static string? Objection(ITable table, ReadingTerms terms) =>
        table.Trouble is { } trouble ? terms.T["Row {0}: {1}", 1, trouble].Value
        : table.Heading.All(heading => heading.Length == 0) ? terms.T["The first row must name the columns."].Value
        : null;

    private static Outcome<ImportSource> OfText(CsvTable table, ReadingTerms terms, TableMapping? mapping)
    {
        var own = NamedColumns.Of(table.Heading, heading => heading);
        if (OwnTable.Is(own))
        {
            return OwnTable.Unknown(own) is { } unknown
                ? OpenSource.No(terms.T["The file has a part that is not known here: “{0}”.", unknown])
                : new TableSource(ImportFormat.Csv, table, row => Own(row, own, terms), hasIds: true);
        }
        var session = NamedColumns.Of(table.Heading, SessionTable.NameOf);
        if (SessionTable.Is(session))
            return new TableSource(ImportFormat.SessionCsv, table, row => SessionTable.Read(row, session, terms));
        return OfAny(table, terms, mapping, ImportFormat.SaasCsv);
    }

    /// <summary>The SaaS API's, or one whose columns have to be given a meaning.</summary>
    public static Outcome<ImportSource> OfAny(ITable table, ReadingTerms terms, TableMapping? mapping, ImportFormat saas)
    {
        var french = NamedColumns.Of(table.Heading, SaasTable.NameOf);
        if (SaasTable.Is(french))
            return new TableSource(saas, table, row => SaasTable.Read(row, french, terms));
        return new MappedSource(MappedTable.Of(table, mapping), terms);
    }

    private static Incoming Own(TableRow row, NamedColumns columns, ReadingTerms terms)
    {
        var cells = new RowReading(row, columns, terms.T, unguard: true);
        return TableSource.Of(row, cells, OwnTable.Read(cells, terms, _ => []));
    }
}
