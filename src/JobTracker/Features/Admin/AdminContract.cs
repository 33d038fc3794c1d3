using JobTracker.Features.Accounts;
using JobTracker.Features.Accounts.Invitations;
using JobTracker.Features.Mail.Delivery;
using JobTracker.Kernel;
using JobTracker.Web.Documents;

namespace JobTracker.Features.Admin;

/// <summary>What the OpenAPI document says of <c>/api/admin</c>.</summary>
internal static class AdminContract
{
    private static readonly DateTimeOffset At = new(2026, 4, 18, 17, 5, 12, TimeSpan.Zero);

    private static readonly UserLine Line = new()
    {
        Id = AccountsContract.Me.Id,
        Email = AccountsContract.Me.Email,
        EmailConfirmed = true,
        FullName = AccountsContract.Me.FullName,
        IsAdmin = false,
        TwoFactorEnabled = false,
        CreatedAt = AccountsContract.Me.CreatedAt,
        LastSeenAt = At,
        ApplicationsUsed = 3,
        ApplicationsLimit = 20,
        ApplicationsMax = 20,
        FileBytesUsed = 184_320,
        FileBytesLimit = 26_214_400,
    };

    public static readonly Chapter Chapter = new(
        "admin",
        "Running the site: accounts with what they use, never what is in them. For administrators; everybody else gets 403."
    )
    {
        Fields =
        [
            FieldNote.On<UserLine>(line => line.LastSeenAt, "Null when no sign-in is left."),
            FieldNote.On<UserLine>(line => line.ApplicationsLimit, "What holds for this account; null means unlimited."),
            FieldNote.On<UserLine>(line => line.ApplicationsMax, "The account's own limit; null when the site's holds."),
            FieldNote.On<ChangeLimits.Input>(input => input.FileBytesMax, "In bytes; null lets the site's limit hold."),
            FieldNote.On<ActLog.Line>(line => line.By, "Null for the command line, and for accounts that are gone."),
        ],
    };

    public static readonly Operation Usage = new("readUsage", "Read what the site uses")
    {
        Answers = Answer.Ok(
            new ReadUsage.Answer
            {
                Users = 7,
                UsersLimit = 10,
                UsersActive = 5,
                UsersDeactivated = 1,
                Admins = 1,
                Applications = 61,
                FileBytes = 18_350_080,
                Mail = new ReadUsage.MailTotals(
                    Enabled: true,
                    Waiting: 1,
                    At,
                    Sent: 240,
                    GivenUp: 1,
                    [
                        new ReadUsage.FailedMail(
                            new Guid("019e6c3d-7f80-7192-a3b4-c5d6e7f80d0d"),
                            Line.Id,
                            "digest",
                            Attempt.Reasons.AddressRefused,
                            Reply: 550,
                            Attempts: 1,
                            At.AddMinutes(-2),
                            At
                        ),
                    ]
                ),
            }
        ),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation Acts = new("listActs", "List what administrators did lately")
    {
        Answers = Answer.Ok(
            new Page<ActLog.Line>([
                new ActLog.Line(
                    new Guid("019e6c3d-7f80-7192-a3b4-c5d6e7f80e0e"),
                    AdminActKind.LimitsChanged,
                    Line.Id,
                    Line.Email,
                    Line.Id,
                    Line.Email,
                    "applications=, file_bytes=",
                    "applications=20, file_bytes=",
                    At
                ),
            ])
        ),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation List = new("listUsers", "List the accounts")
    {
        Description = "The newest first.",
        Query = typeof(ListUsers.Input),
        Answers = Answer.Ok(new Page<UserLine>([Line], "eyJTb3J0Ijoi", 7)),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation Read = new("readUser", "Read an account") { Answers = Answer.Ok(Line), Problems = [Codes.Forbidden] };

    public static readonly Operation Limit = new("changeLimits", "Give an account limits of its own")
    {
        Description = "A limit below what is used takes nothing away, and lets nothing more in.",
        Takes = Body.Of(new ChangeLimits.Input { ApplicationsMax = 20 }),
        Answers = Answer.Ok(Line),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation Deactivate = new("deactivateUser", "Shut an account")
    {
        Description = "Every sign-in ends, its calendar is gone and its reminders are silent; what is in it stays.",
        Answers = Answer.Ok(Line with { DeactivatedAt = At }),
        Problems = [Codes.Forbidden, Codes.Conflict],
    };

    public static readonly Operation Reactivate = new("reactivateUser", "Open an account again")
    {
        Answers = Answer.Ok(Line),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation SignOut = new("signOutUser", "End every sign-in of somebody") { Problems = [Codes.Forbidden] };

    public static readonly Operation Grant = new("grantAdmin", "Make somebody an administrator")
    {
        Answers = Answer.Ok(Line with { IsAdmin = true }),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation Revoke = new("revokeAdmin", "Make somebody an ordinary person again")
    {
        Description = "The last administrator stays one, and so does whom the setting `Admin__Emails` names.",
        Answers = Answer.Ok(Line),
        Problems = [Codes.Forbidden, Codes.Conflict],
    };

    public static readonly Operation Invitations = new("listInvitations", "List the invitations that still work")
    {
        Answers = Answer.Ok(
            new Page<OfferPlaces.Row>([
                new OfferPlaces.Row(new Guid("019e6c3d-7f80-7192-a3b4-c5d6e7f80f0f"), "sam@example.org", At, At + Invite.Lifetime),
            ])
        ),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation Offer = new("invite", "Invite somebody")
    {
        Description =
            "The link is in this answer and nowhere else. With an address it works for that address alone, and is mailed where the site has mail.",
        Takes = Body.Of(new Invite.Input("sam@example.org")),
        Answers = Answer.Created(
            new Invite.Made(
                "/account/register?invitation=…",
                new Uri("https://jobs.example.org/account/register?invitation=…"),
                IsMailed: true,
                At + Invite.Lifetime
            )
        ),
        Problems = [Codes.Forbidden],
    };

    public static readonly Operation Withdraw = new("revokeInvitation", "Take an invitation back") { Problems = [Codes.Forbidden] };
}
