using JobTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Applications;

internal sealed class JobApplicationMapping : IEntityTypeConfiguration<JobApplication>
{
    /// <summary>Hides what is deleted; the few places that look at deleted rows name it.</summary>
    public const string Deleted = nameof(Deleted);

    public void Configure(EntityTypeBuilder<JobApplication> builder)
    {
        builder.ToTable("applications");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(Deleted, row => row.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.CompanyKey).UseCollation("C");
        builder.Property(row => row.SearchText).UseCollation("C");
        builder.Property(row => row.EmploymentType).StoredAsWord();
        builder.Property(row => row.Channel).StoredAsWord();
        builder.Property(row => row.Status).StoredAsWord();
    }
}

internal sealed class StatusChangeMapping : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> builder)
    {
        builder.ToTable("status_changes");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<JobApplication>()
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.Status).StoredAsWord();
    }
}
