using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers;

/// <summary>How an <see cref="Microsoft.Extensions.AI.IChatClient"/> of ours says that the provider gave no whole answer. It carries no text of the provider's, which may echo keys and prompts.</summary>
public sealed class AiException(AiTrouble trouble) : Exception(trouble.Code)
{
    public AiTrouble Trouble { get; } = trouble;
}
