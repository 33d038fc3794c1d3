using JobTracker.Data;
using JobTracker.Features.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Coach.Conversations;

internal sealed class CoachMessageMapping : IEntityTypeConfiguration<CoachMessage>
{
    public void Configure(EntityTypeBuilder<CoachMessage> builder)
    {
        builder.ToTable("coach_messages");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Conversation!.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Conversation)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ConversationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<CoachMessage>()
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.AnswersId })
            .IsRequired(false)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Role).StoredAsWord();
        builder.Property(row => row.Status).StoredAsWord();
        builder.Property(row => row.Provider).StoredAsWord();
    }
}

internal sealed class CoachChunkMapping : IEntityTypeConfiguration<CoachChunk>
{
    public void Configure(EntityTypeBuilder<CoachChunk> builder)
    {
        builder.ToTable("coach_chunks");
        builder.HasKey(row => new
        {
            row.UserId,
            row.ReplyId,
            row.Number,
        });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CoachMessage>().WithMany().HasForeignKey(row => new { row.UserId, row.ReplyId }).OnDelete(DeleteBehavior.Cascade);
    }
}
