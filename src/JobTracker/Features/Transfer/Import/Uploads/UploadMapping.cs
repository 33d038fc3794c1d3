using JobTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Transfer.Import.Uploads;

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("imports");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(row => row.State).StoredAsWord();
        builder.Property(row => row.Report).HasColumnType("jsonb");
    }
}

internal sealed class UploadPieceMapping : IEntityTypeConfiguration<UploadPiece>
{
    public void Configure(EntityTypeBuilder<UploadPiece> builder)
    {
        builder.ToTable("import_pieces");
        builder.HasKey(row => new
        {
            row.UserId,
            row.ImportId,
            row.Number,
        });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Upload>().WithMany().HasForeignKey(row => new { row.UserId, row.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }
}
