using System.Text.Json;
using JobTracker.Features.Transfer.Document;
using JobTracker.Tests.Data;

namespace JobTracker.Tests.Features.Transfer;

/// <summary>A new column is exported, or somebody has said here why it is not.</summary>
public sealed class ColumnsTests(SharedApp shared)
{
    /// <summary>Whose members the columns of a table become.</summary>
    private static readonly Dictionary<string, Type> Kept = new(StringComparer.Ordinal)
    {
        ["user_accounts"] = typeof(KeptProfile),
        ["applications"] = typeof(KeptApplication),
        ["status_changes"] = typeof(KeptChange),
        ["deliverables"] = typeof(KeptDeliverable),
        ["writing_notes"] = typeof(KeptNote),
        ["interviews"] = typeof(KeptInterview),
        ["files"] = typeof(KeptFile),
        ["coach_questions"] = typeof(KeptQuestion),
        ["coach_conversations"] = typeof(KeptConversation),
        ["coach_messages"] = typeof(KeptMessage),
        ["mock_interviews"] = typeof(KeptMock),
        ["mock_questions"] = typeof(KeptMockQuestion),
        ["search_sessions"] = typeof(KeptSession),
        ["search_entries"] = typeof(KeptEntry),
    };

    /// <summary>Tables of which nothing is exported as such.</summary>
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["imports"] = "a file on its way in, for an hour",
        ["import_pieces"] = "a file on its way in, for an hour",
        ["file_contents"] = "the archive has the bytes",
        ["coach_chunks"] = "they are the text of the reply that they belong to",
        ["coach_usage"] = "counts against the site's limits",
        ["coach_reservations"] = "counts against the site's limits",
        ["idempotency_records"] = "answers kept for a day",
        ["security_events"] = "says who used this account here: it means nothing elsewhere, and lasts 90 days",
    };

    /// <summary>Columns of any table.</summary>
    private static readonly Dictionary<string, string> Anywhere = new(StringComparer.Ordinal)
    {
        ["user_id"] = "the person, who is one",
        ["version"] = "counts writes, for those who edit at the same time",
        ["search_text"] = "is made of the other columns",
        ["application_id"] = "it stands under its application",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["applications.company_key"] = "is made of the company",
        ["applications.link_hash"] = "is made of the link",
        ["applications.deleted_at"] = "what is deleted stays out",
        ["user_accounts.applications_used"] = "is counted",
        ["user_accounts.applications_max"] = "the operator's",
        ["user_accounts.file_bytes_used"] = "is counted",
        ["user_accounts.file_bytes_max"] = "the operator's",
        ["user_accounts.updated_at"] = "of the account here",
        ["user_accounts.google_ai_key"] = "a secret",
        ["user_accounts.google_ai_key_last4"] = "part of a secret",
        ["user_accounts.openai_key"] = "a secret",
        ["user_accounts.openai_key_last4"] = "part of a secret",
        ["user_accounts.gemini_agreed_at"] = "an agreement with this site",
        ["user_accounts.openai_agreed_at"] = "an agreement with this site",
        ["coach_messages.conversation_id"] = "it stands under its conversation",
        ["coach_messages.retry_at"] = "long past when it is read",
        ["coach_messages.stop_requested"] = "of a reply that is being written",
        ["coach_messages.lease_until"] = "of a reply that is being written",
        ["coach_messages.reservation_id"] = "counts against the site's limits",
        ["mock_interviews.id"] = "is its conversation's",
        ["mock_questions.mock_id"] = "it stands under its mock interview",
        ["mock_questions.judging_until"] = "of feedback that is being waited for",
        ["search_entries.session_id"] = "it stands under its session",
    };

    [Fact]
    public async Task Every_column_that_a_person_owns_is_exported_or_left_out_for_a_reason()
    {
        var catalogue = await Catalogue.ReadAsync(shared.App.ConnectionString);
        Assert.Equal(catalogue.Owned.Order(StringComparer.Ordinal), Kept.Keys.Concat(LeftOut.Keys).Order(StringComparer.Ordinal));
        var owned = catalogue.Columns.Where(column => Kept.ContainsKey(column.Table)).ToList();
        var forgotten = owned.Where(column =>
            !Members(Kept[column.Table]).Contains(column.Name)
            && !Anywhere.ContainsKey(column.Name)
            && !Columns.ContainsKey($"{column.Table}.{column.Name}")
        );
        Assert.Empty(forgotten.Select(column => $"{column.Table}.{column.Name}"));
        // And nothing is on the list that is exported, or is not there.
        Assert.DoesNotContain(
            Columns.Keys,
            name => owned.All(column => $"{column.Table}.{column.Name}" != name || Members(Kept[column.Table]).Contains(column.Name))
        );
    }

    private static IEnumerable<string> Members(Type kept) =>
        kept.GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
}
