using JobTracker.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JobTracker.Features.Applications;

/// <summary>Something that stands under an application, as far as counting it and saying what comes next go: a line of the view application_parts.</summary>
public sealed class ApplicationPart : IOwned
{
    public required Guid UserId { get; init; }
    public required Guid ApplicationId { get; init; }
    public required PartKind Kind { get; init; }

    /// <summary>A deliverable that is not done, an interview that is planned.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>What it is called; an interview's type.</summary>
    public required string Title { get; init; }

    /// <summary>A deliverable's.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>An interview's.</summary>
    public DateTimeOffset? StartsAt { get; init; }
}

/// <summary>What it is.</summary>
public enum PartKind
{
    Deliverable,
    Writing,
    Interview,
}

internal sealed class ApplicationPartMapping : IEntityTypeConfiguration<ApplicationPart>
{
    public void Configure(EntityTypeBuilder<ApplicationPart> builder)
    {
        builder.ToView("application_parts");
        builder.HasNoKey();
        builder.Property(part => part.Kind).StoredAsWord();
    }
}
