using JobTracker.Features.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Writing;

internal sealed class WritingNoteMapping : IEntityTypeConfiguration<WritingNote>
{
    public void Configure(EntityTypeBuilder<WritingNote> builder)
    {
        builder.ToTable("writing_notes");
        builder.HasKey(row => new { row.UserId, row.Id });
        // The application's own filter holds inside of this one: a deleted application is none, not one whose DeletedAt could be asked for.
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.ApplicationId == null || row.Application != null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Application)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .IsRequired(false)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.SearchText).UseCollation("C");
    }
}
