namespace JobTracker.Features.Accounts;

/// <summary>Who may open an account (section <c>Registration</c>).</summary>
public sealed class RegistrationOptions
{
    public const string Section = "Registration";

    public RegistrationMode Mode { get; set; } = RegistrationMode.Open;
}

/// <summary>Anybody while there are places, whoever was invited, or nobody.</summary>
public enum RegistrationMode
{
    Open,
    Invite,
    Closed,
}
