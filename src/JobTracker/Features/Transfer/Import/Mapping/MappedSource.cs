using JobTracker.Features.Transfer.Import.Tables;

namespace JobTracker.Features.Transfer.Import.Mapping;

/// <summary>A table of a kind that is not known here, read as its columns were said, or guessed, to mean.</summary>
internal sealed class MappedSource(MappedTable mapped, ReadingTerms terms)
    : TableSource(ImportFormat.OtherTable, mapped.Table, row => mapped.Read(row, terms))
{
    public MappedTable Mapped => mapped;
}
