using JobTracker.Data;
using JobTracker.Features.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Interviews;

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.ToTable("interviews");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Application)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Type).StoredAsWord();
        builder.Property(row => row.Format).StoredAsWord();
        builder.Property(row => row.Status).StoredAsWord();
        builder.Property(row => row.SearchText).UseCollation("C");
    }
}
