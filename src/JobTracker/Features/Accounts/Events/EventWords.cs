using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Events;

/// <summary>What happened, in words.</summary>
public static class EventWords
{
    public static string Of(SecurityEvent happened, IStringLocalizer t) =>
        happened.Kind switch
        {
            SecurityEventKind.Registered => t["Account opened"],
            SecurityEventKind.InvitationUsed => t["Account opened with an invitation"],
            SecurityEventKind.SignedIn => t["Signed in"],
            SecurityEventKind.SignInFailed when happened.Times == 1 => t["Failed sign-in"],
            SecurityEventKind.SignInFailed => t["{0} failed sign-ins within an hour", happened.Times],
            SecurityEventKind.SignedOutEverywhere => t["Other devices signed out"],
            SecurityEventKind.DeviceRevoked => t["One device signed out"],
            SecurityEventKind.PasswordChanged => t["Password changed"],
            SecurityEventKind.PasswordReset => t["Password replaced by mail"],
            SecurityEventKind.AddressConfirmed => t["E-mail address confirmed"],
            SecurityEventKind.AddressChanged => t["E-mail address changed"],
            SecurityEventKind.TwoFactorOn => t["Two-factor sign-in switched on"],
            SecurityEventKind.TwoFactorOff => t["Two-factor sign-in switched off"],
            SecurityEventKind.RecoveryCodeUsed => t["Recovery code used"],
            SecurityEventKind.RecoveryCodesRenewed => t["New recovery codes created"],
            SecurityEventKind.KeysChanged => t["AI keys changed"],
            SecurityEventKind.DataExported => t["Data exported"],
            SecurityEventKind.CalendarShared => t["Calendar address created"],
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.Kind, "This event has no words."),
        };
}
