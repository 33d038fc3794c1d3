using JobTracker.Features.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Files;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasQueryFilter(JobApplicationMapping.Deleted, row => row.Application!.DeletedAt == null);
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne(row => row.Application)
            .WithMany()
            .HasForeignKey(row => new { row.UserId, row.ApplicationId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FileContentMapping : IEntityTypeConfiguration<FileContent>
{
    public void Configure(EntityTypeBuilder<FileContent> builder)
    {
        builder.ToTable("file_contents");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<StoredFile>()
            .WithOne()
            .HasForeignKey<FileContent>(row => new { row.UserId, row.Id })
            .OnDelete(DeleteBehavior.Cascade);
    }
}
