using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.SearchSessions;

internal sealed class SearchSessionMapping : IEntityTypeConfiguration<SearchSession>
{
    public void Configure(EntityTypeBuilder<SearchSession> builder)
    {
        builder.ToTable("search_sessions");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("search_entries");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.HasOne<Accounts.UserAccount>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SearchSession>().WithMany().HasForeignKey(row => new { row.UserId, row.SessionId }).OnDelete(DeleteBehavior.Cascade);
    }
}
