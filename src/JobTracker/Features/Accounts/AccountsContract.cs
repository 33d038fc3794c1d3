using JobTracker.Features.Accounts.Links;
using JobTracker.Features.Accounts.Passwords;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Accounts;

/// <summary>What the OpenAPI document says of <c>/api/auth</c>.</summary>
internal static class AccountsContract
{
    private const string Zone = "IANA name, such as `Europe/Paris`.";
    private const string Password = "A long sentence is a good password";

    internal static readonly Me Me = new()
    {
        Id = new Guid("019df1a2-5b3c-7d4e-8f60-718293a4b5c6"),
        Email = "ines.moreau@example.org",
        EmailConfirmed = false,
        FullName = "Inès Moreau",
        TimeZone = "Europe/Paris",
        Locale = Locales.French,
        DigestEnabled = true,
        DigestHour = 7,
        FollowUpDays = 10,
        AiProvider = AiProvider.Gemini,
        TwoFactorEnabled = false,
        IsAdmin = false,
        HasGoogleAiKey = false,
        HasOpenaiKey = false,
        CreatedAt = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
    };

    private static readonly Tokens.Answer Token = new(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl",
        "Bearer",
        Me.CreatedAt.AddDays(7),
        Me
    );

    public static readonly Chapter Chapter = new("auth", "Accounts: opening one, signing in and out, profile and password.")
    {
        Fields =
        [
            FieldNote.On<RegisterAccount.Input>(input => input.Email) with
            {
                Format = "email",
                Most = Emails.Most,
            },
            FieldNote.On<RegisterAccount.Input>(input => input.Password, "None of the common ones, and not the address.") with
            {
                Fewest = PasswordRule.Shortest,
                Most = PasswordRule.Longest,
            },
            FieldNote.On<RegisterAccount.Input>(input => input.TimeZone, Zone + " UTC when left out."),
            FieldNote.On<RegisterAccount.Input>(input => input.Locale, "The language of the request when left out.") with
            {
                Values = Locales.All,
            },
            FieldNote.On<ChangePassword.Input>(input => input.NewPassword, "None of the common ones, and not the address.") with
            {
                Fewest = PasswordRule.Shortest,
                Most = PasswordRule.Longest,
                IsRequired = true,
            },
            FieldNote.On<ResetPassword.Input>(input => input.NewPassword, "None of the common ones, and not the address.") with
            {
                Fewest = PasswordRule.Shortest,
                Most = PasswordRule.Longest,
                IsRequired = true,
            },
            FieldNote.On<ResetPassword.Input>(input => input.Token, "Out of the mail.") with
            {
                IsRequired = true,
            },
            FieldNote.On<LogIn.Input>(
                input => input.TwoFactorCode,
                "Where two-factor sign-in is on: the six digits of the app, or a recovery code. Each is taken once."
            ),
            FieldNote.On<RegisterAccount.Input>(input => input.Invitation, "The token of an invitation, where the site asks for one."),
            FieldNote.On<Profile>(profile => profile.TimeZone, Zone),
            FieldNote.On<Profile>(profile => profile.Locale, "The language of the site and of mails.") with
            {
                Values = Locales.All,
            },
            FieldNote.On<Profile>(profile => profile.DigestEnabled, "A mail each morning with what is due."),
            FieldNote.On<Profile>(profile => profile.DigestHour, "The hour of that mail, in the person's time zone."),
            FieldNote.On<Profile>(profile => profile.FollowUpDays, "How many days without an answer until a follow-up is due."),
            FieldNote.On<Profile>(
                profile => profile.AiProvider,
                "Whose model answers when the person has keys of both; null leaves it to the app."
            ),
            FieldNote.On<Me>(me => me.Locale) with
            {
                Values = Locales.All,
            },
            FieldNote.On<Tokens.Answer>(answer => answer.TokenType) with
            {
                Values = ["Bearer"],
            },
        ],
    };

    public static readonly Operation Register = new("register", "Open an account and sign in")
    {
        Takes = Body.Of(
            new RegisterAccount.Input
            {
                Email = Me.Email,
                Password = Password,
                FullName = Me.FullName,
                TimeZone = Me.TimeZone,
                Locale = Me.Locale,
            }
        ),
        Answers = Answer.Created(Token),
        Problems = [Codes.EmailTaken, Codes.QuotaExceeded, Codes.Forbidden],
    };

    public static readonly Operation LogIn = new("login", "Sign in")
    {
        Takes = Body.Of(new LogIn.Input { Email = Me.Email, Password = Password }),
        Answers = Answer.Ok(Token),
        Problems = [Codes.BadCredentials, Codes.TwoFactorRequired, Codes.Forbidden],
    };

    public static readonly Operation ForgotPassword = new("forgotPassword", "Ask for a link to a new password")
    {
        Description =
            "Always the same answer in the same time, whether or not somebody has the address. A mail goes to whoever has, with a link that works once, "
            + "for an hour. A site that sends no mail refuses.",
        Takes = Body.Of(new AskForReset.Input { Email = Me.Email }),
        Answers = Answer.Accepted,
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation ResetPassword = new("resetPassword", "Choose a new password with the link's token")
    {
        Description =
            "Every sign-in of this person ends. A token that is wrong, used, too old, replaced or somebody else’s gets one and the same answer.",
        Takes = Body.Of(
            new ResetPassword.Input
            {
                Email = Me.Email,
                Token = "Zs0bXzP5f1c8o1cUqS1mY3wq3o2b1y5y7m0h6l8k4jA",
                NewPassword = "An even longer sentence is a better one",
            }
        ),
    };

    public static readonly Operation LogOut = new("logout", "Sign out")
    {
        Description = "The token of this request is worth nothing from now on; on other processes of the site within 5 seconds.",
    };

    public static readonly Operation LogOutEverywhere = new("logoutEverywhere", "Sign out everywhere")
    {
        Description = "Every token and every browser of this person, this one included.",
    };

    public static readonly Operation Read = new("readMe", "Read who is signed in") { Answers = Answer.Ok(Me) };

    public static readonly Operation Update = new("updateProfile", "Replace name and settings")
    {
        Takes = Body.Of(
            new Profile
            {
                FullName = Me.FullName,
                TimeZone = Me.TimeZone,
                Locale = Me.Locale,
                DigestEnabled = Me.DigestEnabled,
                DigestHour = Me.DigestHour,
                FollowUpDays = Me.FollowUpDays,
                AiProvider = Me.AiProvider,
            }
        ),
        Answers = Answer.Ok(Me),
    };

    public static readonly Operation ChangePassword = new("changePassword", "Change the password")
    {
        Description = "Every other sign-in of this person ends; the token of this request stays.",
        Takes = Body.Of(new ChangePassword.Input { CurrentPassword = Password, NewPassword = "An even longer sentence is a better one" }),
    };

    public static readonly Operation Delete = new("deleteAccount", "Delete the account with everything in it")
    {
        Description = "At once and for good.",
        Takes = Body.Of(new DeleteAccount.Input { Password = Password }),
    };
}
