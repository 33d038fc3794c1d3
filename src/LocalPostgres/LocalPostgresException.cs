namespace LocalPostgres;

/// <summary>Trouble that the user can end: its message is one sentence that names the setting or tool and what to do.</summary>
public sealed class LocalPostgresException : Exception
{
    /// <summary>No sentence; only serialisers and analysers ask for it.</summary>
    public LocalPostgresException() { }

    /// <summary>A sentence for the user.</summary>
    public LocalPostgresException(string message)
        : base(message) { }

    /// <summary>A sentence for the user, and what lay behind it.</summary>
    public LocalPostgresException(string message, Exception innerException)
        : base(message, innerException) { }
}
