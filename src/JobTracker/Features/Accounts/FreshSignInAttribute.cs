namespace JobTracker.Features.Accounts;

/// <summary>Marks endpoints and pages for which a sign-in is read from the database, whatever is remembered.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute;
