using JobTracker.Data;
using JobTracker.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Coach.Limits;

internal sealed class CoachUsageMapping : IEntityTypeConfiguration<CoachUsage>
{
    public void Configure(EntityTypeBuilder<CoachUsage> builder)
    {
        builder.ToTable("coach_usage");
        builder.HasKey(row => new
        {
            row.UserId,
            row.Day,
            row.Purse,
        });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Purse).StoredAsWord();
    }
}

internal sealed class CoachReservationMapping : IEntityTypeConfiguration<CoachReservation>
{
    public void Configure(EntityTypeBuilder<CoachReservation> builder)
    {
        builder.ToTable("coach_reservations");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Purse).StoredAsWord();
    }
}
