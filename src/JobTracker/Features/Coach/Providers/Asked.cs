using JobTracker.Features.Accounts;
using JobTracker.Kernel;

namespace JobTracker.Features.Coach.Providers;

/// <summary>Who asks whom, for logs and numbers.</summary>
internal sealed record Asked(UserId Owner, AiProvider Provider, string Model, Purse Purse);
