using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Quotas;

internal sealed class SystemCounterMapping : IEntityTypeConfiguration<SystemCounter>
{
    public void Configure(EntityTypeBuilder<SystemCounter> builder)
    {
        builder.ToTable("system_counters");
        builder.HasKey(row => row.Name);
    }
}
