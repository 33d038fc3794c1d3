using JobTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Admin;

/// <summary>Something that an administrator did to somebody's account or to the site.</summary>
public sealed class AdminAct
{
    public required Guid Id { get; init; }

    /// <summary>Null for the command line.</summary>
    public Guid? AdminId { get; init; }
    public required AdminActKind Kind { get; init; }

    /// <summary>Whom it was about; null when it was about nobody's account.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>What stood there, where something was changed.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
}

public enum AdminActKind
{
    AdminGranted,
    AdminRevoked,
    Deactivated,
    Reactivated,
    SignedOut,
    LimitsChanged,
    Invited,
    InvitationRevoked,
}

internal sealed class AdminActMapping : IEntityTypeConfiguration<AdminAct>
{
    public void Configure(EntityTypeBuilder<AdminAct> builder)
    {
        builder.ToTable("admin_acts");
        builder.Property(row => row.Kind).StoredAsWord();
    }
}
