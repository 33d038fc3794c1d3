namespace JobTracker.Features.Shared;

/// <summary>One stage on an application's way, for the partial _StatusSteps.</summary>
/// <param name="State"><c>done</c>, <c>now</c> or <c>later</c>.</param>
/// <param name="Note">A line under the name, usually the date it was reached.</param>
public sealed record StatusStep(string Status, string State, string? Note = null);
