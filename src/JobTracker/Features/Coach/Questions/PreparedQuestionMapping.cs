using JobTracker.Data;
using JobTracker.Features.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Coach.Questions;

internal sealed class PreparedQuestionMapping : IEntityTypeConfiguration<PreparedQuestion>
{
    public void Configure(EntityTypeBuilder<PreparedQuestion> builder)
    {
        builder.ToTable("coach_questions");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Application)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Kind).StoredAsWord();
        builder.Property(row => row.Source).StoredAsWord();
    }
}
