using System.Text.Json;

namespace JobTracker.Testing.Mail;

/// <summary>How a mail server of the tests behaves.</summary>
public sealed record MailServerOptions
{
    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary><c>plain</c>, <c>starttls</c> (it takes nothing unencrypted), or <c>tls</c> from the first byte on.</summary>
    public string Mode { get; init; } = "plain";

    /// <summary>0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whoever else wants to send is refused; null lets everybody.</summary>
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>Ways to sign in that it does not offer: <c>PLAIN</c>, <c>LOGIN</c>.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>PEM files.</summary>
    public string? Certificate { get; init; }
    public string? Key { get; init; }
}
