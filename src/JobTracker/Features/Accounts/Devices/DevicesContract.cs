using JobTracker.Web.Documents;

namespace JobTracker.Features.Accounts.Devices;

/// <summary>What the OpenAPI document says of <c>/api/auth/devices</c>.</summary>
internal static class DevicesContract
{
    private static readonly ListDevices.Device Example = new(
        new Guid("019df1a2-5b3c-7d4e-8f60-71829300d0d0"),
        SignInKind.Browser,
        "Firefox, Linux",
        AccountsContract.Me.CreatedAt,
        AccountsContract.Me.CreatedAt.AddDays(3),
        AccountsContract.Me.CreatedAt.AddDays(30),
        IsCurrent: true
    );

    public static readonly Operation List = new("listDevices", "List the browsers and programs that are signed in")
    {
        Answers = Answer.Ok(new ListDevices.Answer([Example])),
    };

    public static readonly Operation Revoke = new("revokeDevice", "Sign one of them out")
    {
        Description = "Its cookie or token is worth nothing from now on; on other processes of the site within 5 seconds.",
    };
}
