using JobTracker.Features.Mail;
using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>The mails about an account, in the language of whoever gets them.</summary>
public sealed class AccountLetters(SiteLinks links, TimeProvider clock, IStringLocalizer<Texts> t)
{
    /// <param name="token">Of <see cref="LinkPurpose.ConfirmAddress"/>.</param>
    public Letter Confirm(UserId owner, string to, string locale, string token) =>
        Write(
            "confirm_address",
            owner,
            to,
            locale,
            () =>
                (
                    t["Confirm your e-mail address"],
                    [
                        new Paragraph(
                            t[
                                "Please confirm that this is your address, so that JobTracker can help you back in when you forget your password."
                            ]
                        ),
                        new Button(t["Confirm the address"], Link("/account/confirm", token)),
                        new SmallPrint(
                            t["The link works once, for an hour. If you did not ask for it, do nothing: without it nothing happens."]
                        ),
                    ]
                )
        ) with
        {
            Until = clock.Now() + MailedLinks.Lifetime,
        };

    /// <param name="token">Of <see cref="LinkPurpose.ResetPassword"/>.</param>
    public Letter Reset(UserId owner, string to, string locale, string token) =>
        Write(
            "reset_password",
            owner,
            to,
            locale,
            () =>
                (
                    t["Choose a new password"],
                    [
                        new Paragraph(t["Somebody, probably you, asked for a new password for your account at JobTracker."]),
                        new Button(t["Choose a new password"], Link("/account/reset", token, to)),
                        new SmallPrint(
                            t["The link works once, for an hour. If you did not ask for it, do nothing: your password stays as it is."]
                        ),
                    ]
                )
        ) with
        {
            Until = clock.Now() + MailedLinks.Lifetime,
        };

    public Letter PasswordChanged(UserId owner, string to, string locale) =>
        Write(
            "password_changed",
            owner,
            to,
            locale,
            () =>
                (
                    t["Your password was changed"],
                    [
                        new Paragraph(
                            t[
                                "The password of your account at JobTracker was changed just now, and other browsers and programs were signed out."
                            ]
                        ),
                        new SmallPrint(t["If it was not you, choose a new password at once."], links.To("/account/forgot")),
                    ]
                )
        );

    /// <summary>To the address that was left.</summary>
    public Letter AddressChanged(UserId owner, string to, string locale) =>
        Write(
            "address_changed",
            owner,
            to,
            locale,
            () =>
                (
                    t["Your e-mail address was changed"],
                    [
                        new Paragraph(
                            t["Your account at JobTracker has another e-mail address from now on. Nothing more will be sent to this one."]
                        ),
                        new SmallPrint(t["If it was not you, write to whoever runs the site."], links.To("/legal")),
                    ]
                )
        );

    /// <summary>To somebody who has an account, when another account was to get the same address.</summary>
    public Letter AddressTaken(string to, string locale) =>
        Write(
            "address_taken",
            owner: null,
            to,
            locale,
            () =>
                (
                    t["Your address is in use already"],
                    [
                        new Paragraph(
                            t[
                                "Somebody, probably you, wanted to use this address for another account at JobTracker. It has an account already, and nothing was changed."
                            ]
                        ),
                        new Button(t["Sign in"], links.To("/account/sign-in")),
                        new SmallPrint(t["If it was not you, do nothing."]),
                    ]
                )
        );

    /// <param name="path">Where the invitation is taken up.</param>
    public Letter Invitation(string to, string locale, string path) =>
        Write(
            "invitation",
            owner: null,
            to,
            locale,
            () =>
                (
                    t["You are invited to JobTracker"],
                    [
                        new Paragraph(
                            t[
                                "There is a place for you at JobTracker, where you keep track of your applications: what you sent, when, and what came back."
                            ]
                        ),
                        new Button(t["Create an account"], links.To(path)),
                        new SmallPrint(t["The invitation is for one account and works for two weeks."]),
                    ]
                )
        );

    private Uri Link(string page, string token, string? email = null) =>
        links.To($"{page}?token={token}{(email is null ? "" : $"&email={Uri.EscapeDataString(email)}")}");

    private static Letter Write(
        string kind,
        UserId? owner,
        string to,
        string locale,
        Func<(string Subject, IReadOnlyList<LetterPart> Parts)> words
    )
    {
        using var speaking = new Speaking(locale);
        var (subject, parts) = words();
        return new Letter
        {
            Kind = kind,
            To = to,
            Locale = locale,
            Subject = subject,
            Parts = parts,
            Of = owner,
        };
    }
}
