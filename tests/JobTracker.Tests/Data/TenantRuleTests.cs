using JobTracker.Data;
using JobTracker.Testing;
using JobTracker.Testing.Sql;
using JobTracker.Tests.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace JobTracker.Tests.Data;

/// <summary>The rule that every statement of the whole run is asked, on statements that keep it and on some that do not.</summary>
public sealed class TenantRuleTests(SharedApp shared)
{
    private static readonly string[] PastEf =
    [
        "CreateCommand(",
        "new NpgsqlCommand(",
        "new NpgsqlBatch(",
        "BeginBinaryImport",
        "BeginTextImport",
    ];

    [Theory]
    [InlineData("select count(*) from applications where user_id = @u")]
    [InlineData("select a.id from applications as a where @u = a.user_id and a.status = 'sent; from users'")]
    [InlineData(
        "SELECT 1 FROM \"applications\" AS a JOIN status_changes s ON s.user_id = a.user_id AND s.application_id = a.id WHERE a.user_id = @u"
    )]
    [InlineData("insert into applications (id, user_id) values (@i, @u) on conflict do nothing")]
    [InlineData("update applications set x = 1 where id = @p1 and user_id = @p2; update status_changes set y = 2 where user_id = @p3")]
    [InlineData("delete from files f where (f.user_id, f.id) = ((select @u), @i)")]
    [InlineData("copy status_changes (user_id, id, note) from stdin (format binary)")]
    [InlineData("select * from users u join sign_ins s on s.user_id = u.id -- from applications")]
    [InlineData(
        "select 1 from files f join (select a.user_id, a.id from applications a where a.deleted_at is null) as b on f.user_id = b.user_id where f.user_id = $1"
    )]
    [InlineData("with mine as (select id from applications where user_id = $1 for update) select * from mine")]
    public async Task Is_kept_by(string sql) => Assert.Null(await ComplaintAsync(sql));

    [Theory]
    [InlineData("select * from applications where id = @i", "applications is not bound")]
    [InlineData(
        "select * from applications a join status_changes s on s.application_id = a.id where a.user_id = @u",
        "status_changes is not"
    )]
    [InlineData("select * from applications a where a.user_id <> @u", "applications is not bound")]
    [InlineData("select user_id from applications order by user_id", "applications is not bound")]
    [InlineData("select 1 from (select max(a.id) as top from applications a) as b where b.top = @i", "applications is not bound")]
    [InlineData("update applications set star = true where id = @i", "applications is not bound")]
    [InlineData("insert into applications (id) values (@i)", "applications is not bound")]
    [InlineData("delete from status_changes using applications a where a.user_id = @u", "status_changes is not bound")]
    [InlineData("select 1 from applications where user_id = @u; delete from files where id = @i", "files is not bound")]
    [InlineData("select * from user_accounts a join users u on u.id = a.user_id", "user_accounts and users stand in one statement")]
    public async Task Is_broken_by(string sql, string complaint) =>
        Assert.StartsWith(complaint, await ComplaintAsync(sql) ?? "", StringComparison.Ordinal);

    [Fact]
    public async Task An_app_under_test_does_not_send_what_breaks_it()
    {
        await using var scope = shared.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JobTrackerDb>();
        await Assert.ThrowsAsync<TenantRuleException>(() => db.Applications.AnyAsync(row => row.Company == "Kestrel Maps"));
    }

    /// <summary>Those that the watch does not see: streams of bytes, and COPY. They are looked at by eye.</summary>
    [Fact]
    public void Few_statements_of_the_features_go_past_EF()
    {
        var past = Sources
            .In("src/JobTracker/Features", "*.cs")
            .Where(file => PastEf.Any(call => file.Text.Contains(call, StringComparison.Ordinal)));
        Assert.Equal(["OpenFile.cs", "Columns.cs", "TakenIds.cs"], past.Select(file => Path.GetFileName(file.Path)));
    }

    private Task<string?> ComplaintAsync(string sql) =>
        shared.App.ReadAsync(db => Task.FromResult(new TenantRule(db.Model).Complaint(sql)));
}
