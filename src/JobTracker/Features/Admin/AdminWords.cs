using JobTracker.Features.Mail.Delivery;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Admin;

/// <summary>What administrators did, and why a mail did not go, in words.</summary>
public static class AdminWords
{
    public static string Of(AdminActKind kind, IStringLocalizer t) =>
        kind switch
        {
            AdminActKind.AdminGranted => t["Made an administrator"],
            AdminActKind.AdminRevoked => t["Administrator rights withdrawn"],
            AdminActKind.Deactivated => t["Account deactivated"],
            AdminActKind.Reactivated => t["Account reactivated"],
            AdminActKind.SignedOut => t["Signed out everywhere"],
            AdminActKind.LimitsChanged => t["Limits changed"],
            AdminActKind.Invited => t["Somebody invited"],
            AdminActKind.InvitationRevoked => t["Invitation withdrawn"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This act has no words."),
        };

    /// <param name="reason">A word of <see cref="Attempt.Reasons"/>.</param>
    /// <param name="t">For the sentence.</param>
    public static string Of(string reason, IStringLocalizer t) =>
        reason switch
        {
            Attempt.Reasons.AddressRefused => t["The server refused the address"],
            Attempt.Reasons.MessageRefused => t["The server refused the message"],
            Attempt.Reasons.SenderRefused => t["The server refused the sender"],
            Attempt.Reasons.SignInRefused => t["The server refused the sign-in"],
            Attempt.Reasons.NotEncrypted => t["The connection could not be encrypted"],
            Attempt.Reasons.ServerAway => t["The server could not be reached"],
            Attempt.Reasons.ServerBusy => t["The server put it off"],
            Attempt.Reasons.TimedOut => t["The server did not answer in time"],
            Attempt.Reasons.TooLate => t["It would have come too late"],
            _ => t["It could not be written"],
        };
}
