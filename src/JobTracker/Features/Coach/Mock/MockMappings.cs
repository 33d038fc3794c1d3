using JobTracker.Data;
using JobTracker.Features.Applications;
using JobTracker.Features.Coach.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Coach.Mock;

internal sealed class MockInterviewMapping : IEntityTypeConfiguration<MockInterview>
{
    public void Configure(EntityTypeBuilder<MockInterview> builder)
    {
        builder.ToTable("mock_interviews");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => new { row.UserId, row.Id }).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Application)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Type).StoredAsWord();
        builder.Property(row => row.Difficulty).StoredAsWord();
    }
}

internal sealed class MockQuestionMapping : IEntityTypeConfiguration<MockQuestion>
{
    public void Configure(EntityTypeBuilder<MockQuestion> builder)
    {
        builder.ToTable("mock_questions");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Mock!.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(row => row.Mock).WithMany().HasForeignKey(row => new { row.UserId, row.MockId }).OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.FeedbackJson).HasColumnName("feedback").HasColumnType("jsonb");
        builder.Ignore(row => row.Feedback);
    }
}
