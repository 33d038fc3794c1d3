using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Coach.Mock;

namespace JobTracker.Tests.Features.Coach.Mock;

public sealed class AnswerMarksTests
{
    [Fact]
    public void Pieces_make_up_the_answer_again_whatever_is_quoted() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                ArbMap.Default.ArbFor<(int, int)[]>(),
                (text, places) =>
                {
                    var answer = text.Get;
                    var quotes = places.Select(place => Part(answer, place.Item1, place.Item2)).Append("never said").ToList();
                    var pieces = AnswerMarks.Quoted(answer, quotes);
                    return string.Concat(pieces.Select(piece => piece.Text)) == answer
                        && pieces.Zip(pieces.Skip(1)).All(pair => pair.First.IsMarked != pair.Second.IsMarked);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Overlapping_quotes_become_one_mark() =>
        Assert.Equal(
            [new("I ", false), new("built a fast map", true), new(".", false)],
            AnswerMarks.Quoted("I built a fast map.", ["built a fast", "fast map"])
        );

    [Fact]
    public void What_stands_in_brackets_is_to_be_filled_in() =>
        Assert.Equal(
            [new("It took ", false), new("the time", true), new(" ms, see [docs](https://a.example).", false)],
            AnswerMarks.Placeholders("It took [the time] ms, see [docs](https://a.example).")
        );

    private static string Part(string text, int from, int length)
    {
        var start = Math.Abs(from % (text.Length + 1));
        return text.Substring(start, Math.Abs(length % (text.Length - start + 1)));
    }
}
