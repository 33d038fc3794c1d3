namespace LocalPostgres;

/// <summary>A private PostgreSQL server.</summary>
public sealed class PostgresServer;
