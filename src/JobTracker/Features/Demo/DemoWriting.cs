using JobTracker.Features.Writing;
using JobTracker.Kernel;

namespace JobTracker.Features.Demo;

/// <summary>What the made-up person has written: a bank of texts, and some notes for single applications.</summary>
internal sealed record DemoWriting
{
    /// <param name="DaysAgo">When it was last changed.</param>
    public sealed record Piece(string Title, string[] Tags, int DaysAgo, string Content);

    public required IReadOnlyList<Piece> Bank { get; init; }

    /// <summary>For the newest applications, one each.</summary>
    public required IReadOnlyList<Piece> Notes { get; init; }

    public static DemoWriting Of(string locale) => locale == Locales.French ? DemoTextsInFrench.All : DemoTextsInEnglish.All;

    /// <summary>The notes as rows.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="newest">The applications changed last, the newest first.</param>
    /// <param name="now">The present.</param>
    public IEnumerable<WritingNote> Rows(UserId owner, IReadOnlyList<Guid> newest, DateTimeOffset now) =>
        [
            .. Bank.Select(piece => Row(owner, piece, applicationId: null, now)),
            .. Notes.Zip(newest, (piece, application) => Row(owner, piece, application, now)),
        ];

    private static WritingNote Row(UserId owner, Piece piece, Guid? applicationId, DateTimeOffset now)
    {
        var facts = new NoteFacts
        {
            ApplicationId = applicationId,
            Title = piece.Title,
            Tags = piece.Tags,
            Content = piece.Content,
        };
        return WritingNote.Create(owner, facts.Tidied(), now.AddDays(-piece.DaysAgo).AddMinutes(-piece.Title.Length));
    }
}
