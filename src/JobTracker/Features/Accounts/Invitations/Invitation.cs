using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Accounts.Invitations;

/// <summary>One place on a site that is not open to everybody. It is gone once it was used; its token is kept as a hash.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }
    public required byte[] TokenHash { get; init; }

    /// <summary>The only address that may use it; null leaves that open.</summary>
    public string? Email { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder) => builder.ToTable("invitations");
}
