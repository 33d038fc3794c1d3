using JobTracker.Features.Accounts;
using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Providers;

/// <summary>The model that answers somebody, and who pays for it.</summary>
/// <param name="Client">
/// Streams text, then what it took, then its end (stop, or length when it was cut). Throws <see cref="AiException"/> for whatever the provider
/// does wrong, also in the middle of an answer: what has come so far is the caller's.
/// </param>
/// <param name="Model">The provider's name of it.</param>
public sealed record CoachModel(IChatClient Client, AiProvider Provider, string Model, Purse Purse);
