using JobTracker.Data;
using JobTracker.Features.Writing;
using JobTracker.Kernel;
using Microsoft.EntityFrameworkCore;

namespace JobTracker.Features.Deliverables;

/// <summary>A piece of writing that can be inserted.</summary>
/// <param name="Company">Of the application that it is tied to; null in the bank.</param>
/// <param name="FirstLine">What it begins with, without the marks of Markdown.</param>
public sealed record WritingChoice(Guid Id, string Title, IReadOnlyList<string> Tags, string? Company, string FirstLine);

/// <summary>The person's writing, the last changed first, for choosing one to insert.</summary>
public sealed class ChooseWriting(JobTrackerDb db)
{
    /// <summary>Whoever has more looks for words.</summary>
    public const int Most = 50;
    private const int Beginning = 240;

    /// <param name="owner">Whose.</param>
    /// <param name="words">All of them must occur; null for the whole list.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<WritingChoice>> RunAsync(UserId owner, string? words, CancellationToken cancel)
    {
        var notes = db.WritingNotes.OwnedBy(owner);
        foreach (var word in Folding.Words(words))
            notes = notes.Where(note => note.SearchText.Contains(word));
        return await ReadAsync(notes.OrderByDescending(note => note.UpdatedAt).ThenByDescending(note => note.Id).Take(Most), cancel);
    }

    /// <summary>One of them.</summary>
    public async Task<Outcome<WritingChoice>> OneAsync(UserId owner, Guid id, CancellationToken cancel) =>
        await ReadAsync(db.WritingNotes.OwnedBy(owner).Where(note => note.Id == id), cancel) is [var note] ? note : new NotFound();

    private static async Task<List<WritingChoice>> ReadAsync(IQueryable<WritingNote> notes, CancellationToken cancel)
    {
        var rows = await notes
            .Select(note => new
            {
                note.Id,
                note.Title,
                note.Tags,
                Company = note.Application == null ? null : note.Application.Company,
                Begins = note.Content.Substring(0, Beginning),
            })
            .ToListAsync(cancel);
        return rows.ConvertAll(row => new WritingChoice(row.Id, row.Title, row.Tags, row.Company, FirstLineOf(row.Begins)));
    }

    private static string FirstLineOf(string text) =>
        text.Split('\n').Select(line => line.Trim().TrimStart('#', '>', '*', '-', ' ')).FirstOrDefault(line => line.Length > 0) ?? "";
}
