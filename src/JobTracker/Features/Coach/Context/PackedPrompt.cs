using Microsoft.Extensions.AI;

namespace JobTracker.Features.Coach.Context;

/// <summary>One thing that was said.</summary>
public sealed record Turn(ChatRole Role, string Text);

/// <summary>One thing that the coach may see.</summary>
/// <param name="Key">Names it, for example <c>posting</c> or <c>note:…</c> with the note's id: what a person switches off.</param>
/// <param name="Kind">One of <see cref="ItemKind"/>, by its outside name.</param>
/// <param name="Title">In the person's language.</param>
/// <param name="Detail">What it is, more closely; in the person's language.</param>
/// <param name="Tokens">What it takes of the prompt; of an item that is not in, what the whole would take.</param>
/// <param name="Excluded">The person has switched it off.</param>
/// <param name="Included">It is in the prompt.</param>
/// <param name="Truncated">It is in the prompt, but its end is not.</param>
public sealed record ContextItem(
    string Key,
    string Kind,
    string Title,
    string? Detail,
    int Tokens,
    bool Excluded,
    bool Included,
    bool Truncated
);

/// <summary>All that a model is told, and what became of each item on the way.</summary>
/// <param name="Messages">Rules, data, and what was said.</param>
/// <param name="Items">Everything there is of the application, sent or not.</param>
/// <param name="Tokens">An estimate.</param>
/// <param name="Budget">What <paramref name="Tokens"/> never exceeds.</param>
/// <param name="Hash">The same as long as what the coach may see is the same: a key for what was made of it.</param>
/// <param name="TurnsLeftOut">How many of the oldest turns found no place.</param>
public sealed record PackedPrompt(
    IReadOnlyList<ChatMessage> Messages,
    IReadOnlyList<ContextItem> Items,
    int Tokens,
    int Budget,
    string Hash,
    int TurnsLeftOut
);

/// <summary>What items are, in the order in which they are packed.</summary>
public enum ItemKind
{
    Facts,
    NextInterview,
    Posting,
    Deliverable,
    Note,
    PastInterview,
}
