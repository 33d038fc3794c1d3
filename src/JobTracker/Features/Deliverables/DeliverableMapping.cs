using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Deliverables;

internal sealed class DeliverableMapping : IEntityTypeConfiguration<Deliverable>
{
    public void Configure(EntityTypeBuilder<Deliverable> builder)
    {
        builder.ToTable("deliverables");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Application)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<WritingNote>()
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.SourceWritingId })
            .OnDelete(DeleteBehavior.ClientNoAction);
        builder.Property(row => row.Kind).StoredAsWord();
        builder.Property(row => row.State).StoredAsWord();
        builder.Property(row => row.SearchText).UseCollation("C");
    }
}
