using System.Security.Cryptography;
using System.Text;
using JobTracker.Data;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Accounts.TwoFactor;

/// <summary>
/// Ten codes for the day on which the phone is lost. Each has 80 random bits, which nobody can try out even with the table in hand: a plain
/// hash is enough.
/// </summary>
public sealed class RecoveryCodes(JobTrackerDb db)
{
    public const int Number = 10;
    private const int Bytes = 10;
    private const int Group = 4;

    /// <summary>New codes in place of all there were, in the open transaction; this is the only time that they can be read.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(UserId owner, CancellationToken cancel)
    {
        string[] codes = [.. Enumerable.Range(0, Number).Select(_ => NewCode())];
        await ForgetAsync(owner, cancel);
        db.AddRange(codes.Select(code => new RecoveryCode { UserId = owner.Value, CodeHash = HashOf(owner, code) }));
        await db.SaveChangesAsync(cancel);
        return codes;
    }

    /// <summary>True for whoever comes first with the code: one statement finds and removes it.</summary>
    public async Task<bool> UseAsync(UserId owner, string code, CancellationToken cancel)
    {
        var hash = HashOf(owner, code);
        return await Of(owner).Where(row => row.CodeHash == hash).ExecuteDeleteAsync(cancel) == 1;
    }

    public Task<int> CountAsync(UserId owner, CancellationToken cancel) => Of(owner).CountAsync(cancel);

    public Task<int> ForgetAsync(UserId owner, CancellationToken cancel) => Of(owner).ExecuteDeleteAsync(cancel);

    private IQueryable<RecoveryCode> Of(UserId owner) => db.RecoveryCodes.Where(row => row.UserId == owner.Value);

    private static string NewCode() =>
        string.Join(
            '-',
            Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)).ToLowerInvariant().Chunk(Group).Select(part => new string(part))
        );

    private static byte[] HashOf(UserId owner, string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{owner} {CodeText.Tidied(code).ToLowerInvariant()}"));
}
