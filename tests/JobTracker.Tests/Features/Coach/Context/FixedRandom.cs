using System.Security.Cryptography;

namespace JobTracker.Tests.Features.Coach.Context;

/// <summary>Always the same mark, so that prompts can be compared.</summary>
internal sealed class FixedRandom : RandomNumberGenerator
{
    public const string Mark = "c0ffeec0ffeec0ff";

    public override void GetBytes(byte[] data) => Convert.FromHexString(Mark).AsSpan(0, data.Length).CopyTo(data);
}
