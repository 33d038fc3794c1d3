using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Npgsql;

namespace JobTracker.Web.KeyRing;

/// <summary>
/// Seals every key of the ring with the newest secret, so that the older ones can be taken from the list. The keys themselves stay as they
/// are, and so does all that they have encrypted. Processes that know both secrets may run meanwhile.
/// </summary>
public sealed class ResealKeys(NpgsqlDataSource database, KeyRingSeals seals)
{
    /// <summary>All or nothing.</summary>
    /// <returns>How many were sealed anew, and how many no secret opens: those stay as they were.</returns>
    public async Task<Result> RunAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var (resealed, unopened) = (0, 0);
        foreach (var (id, key) in await LockAsync(connection, cancel))
        {
            var closed = key.Descendants("sealed").FirstOrDefault(part => (string?)part.Attribute("with") != seals.Newest.Name);
            if (closed is null)
                continue;
            if (Open(closed) is not { } plain)
            {
                unopened++;
                continue;
            }
            closed.SetAttributeValue("with", seals.Newest.Name);
            closed.Value = Convert.ToBase64String(seals.Newest.Close(plain));
            await StoreAsync(connection, id, key, cancel);
            resealed++;
        }
        await transaction.CommitAsync(cancel);
        return new Result(resealed, unopened);
    }

    private static async Task<List<(Guid Id, XElement Key)>> LockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var keys = new List<(Guid, XElement)>();
        await using var command = new NpgsqlCommand("select id, xml from data_protection_keys order by id for update", connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            if (Parse(reader.GetString(1)) is { } key)
                keys.Add((reader.GetGuid(0), key));
        }
        return keys;
    }

    /// <summary>Null for a row that is no key at all, which the ring passes over, too.</summary>
    private static XElement? Parse(string xml)
    {
        try
        {
            return XElement.Parse(xml);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private byte[]? Open(XElement closed)
    {
        try
        {
            return seals.Find((string?)closed.Attribute("with"))?.Open(Convert.FromBase64String(closed.Value));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static async Task StoreAsync(NpgsqlConnection connection, Guid id, XElement key, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("update data_protection_keys set xml = $2 where id = $1", connection);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(key.ToString(SaveOptions.DisableFormatting));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <param name="Resealed">Keys that are now sealed with the newest secret.</param>
    /// <param name="Unopened">Keys that none of the secrets opens.</param>
    public sealed record Result(int Resealed, int Unopened);
}
