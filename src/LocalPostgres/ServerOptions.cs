namespace LocalPostgres;

/// <summary>Where a private PostgreSQL keeps its data and how it runs.</summary>
public sealed record ServerOptions
{
    /// <summary>The folder of the cluster, its password and its log; made when missing. One process at a time uses it.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of initdb, pg_ctl and postgres. Null: npm's package, else a PostgreSQL that is installed here.</summary>
    public string? BinariesFolder { get; init; }

    /// <summary>What the user calls <see cref="BinariesFolder"/>; sentences about trouble name it.</summary>
    public string BinariesSetting { get; init; } = "LocalPostgres__Binaries";

    /// <summary>The setting by which the user can choose another <see cref="DataFolder"/>, if there is one; sentences about trouble name it.</summary>
    public string? DataSetting { get; init; }

    /// <summary>False switches fsync, synchronous_commit and full_page_writes off: fast, and lost when the machine stops.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The TCP port. Null: the one used last if it is free, else any that is.</summary>
    public int? Port { get; init; }

    /// <summary>The server's max_connections.</summary>
    public int MaxConnections { get; init; } = 100;

    /// <summary>True deletes <see cref="DataFolder"/> when the server stops, and when it could not start.</summary>
    public bool RemoveDataOnStop { get; init; }

    /// <summary>The end of a sentence that begins with another remedy.</summary>
    internal string OrAnotherFolder => DataSetting is null ? "" : $", or set {DataSetting} to another folder";
}
