using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace JobTracker.Web.KeyRing;

/// <summary>
/// Keeps Data Protection's keys in the table <c>data_protection_keys</c>, for all processes and for good: it cannot delete, because what
/// an old key has encrypted is still in the database.
/// </summary>
public sealed partial class PostgresKeyRing(NpgsqlDataSource database, TimeProvider clock, ILogger<PostgresKeyRing> logger) : IXmlRepository
{
    private static readonly string DecryptorName =
        $"{typeof(KeyRingDecryptor).FullName}, {typeof(KeyRingDecryptor).Assembly.GetName().Name}";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        using var command = database.CreateCommand("select id, xml from data_protection_keys order by created_at, id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            try
            {
                elements.Add(XElement.Parse(reader.GetString(1)));
            }
            catch (XmlException)
            {
                LogUnreadable(reader.GetGuid(0));
            }
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand(
            "insert into data_protection_keys (id, friendly_name, xml, created_at) values ($1, $2, $3, $4)"
        );
        var now = clock.GetUtcNow();
        command.Parameters.AddWithValue(Guid.CreateVersion7(now));
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(WithoutVersion(element).ToString(SaveOptions.DisableFormatting));
        command.Parameters.AddWithValue(now);
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Data Protection names our decryptor together with this build's version, and a process of an older version could not load it by
    /// that name: during a rolling update it would lose the new key.
    /// </summary>
    private static XElement WithoutVersion(XElement element)
    {
        var copy = new XElement(element);
        foreach (var type in copy.Descendants().Attributes("decryptorType"))
            type.Value = DecryptorName;
        return copy;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The row {Id} of data_protection_keys is not XML and is passed over")]
    private partial void LogUnreadable(Guid id);
}
