using System.Security.Cryptography;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Context;

/// <summary>Packs what the coach knows of one application, and what was said, into one prompt.</summary>
public sealed class PackContext(ReadMaterial read, DescribeItems describe, RandomNumberGenerator random, TimeProvider clock)
{
    /// <param name="owner">Whose.</param>
    /// <param name="applicationId">The one application that it is about.</param>
    /// <param name="excluded">Keys of items that are kept from the coach.</param>
    /// <param name="turns">Oldest first, the message to answer last; none for only looking at the items.</param>
    /// <param name="summary">Of what was said before the turns.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Null when there is no such application.</returns>
    public async Task<PackedPrompt?> RunAsync(
        UserId owner,
        Guid applicationId,
        IReadOnlyCollection<string> excluded,
        IReadOnlyList<Turn> turns,
        string? summary,
        CancellationToken cancel
    )
    {
        if (await read.RunAsync(owner, applicationId, cancel) is not { } material)
            return null;
        var packing = new Packing(PromptWords.In(material.Locale), Mark(), material.CharactersPerToken);
        return packing.Pack(describe.Of(material), excluded, turns, summary, clock.Today(material.TimeZone));
    }

    private string Mark()
    {
        var bytes = new byte[Wrapper.MarkBytes];
        random.GetBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
