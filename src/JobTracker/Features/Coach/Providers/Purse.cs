namespace JobTracker.Features.Coach.Providers;

/// <summary>Whose key pays.</summary>
public enum Purse
{
    /// <summary>The operator's.</summary>
    Server,

    /// <summary>The person's own.</summary>
    Own,
}
