using FsCheck;
using FsCheck.Fluent;
using JobTracker.Features.Coach.Context;
using Microsoft.Extensions.AI;

namespace JobTracker.Tests.Features.Coach.Context;

public sealed class BudgetTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Choose(0, 40).Select(length => new string('x', length)),
        Gen.Choose(0, 4_000).Select(count => string.Concat(Enumerable.Repeat("Some words. ", count))),
        Gen.Choose(0, 300).Select(count => string.Join("\n\n", Enumerable.Repeat("A paragraph of a note\nwith two lines.", count))),
        Gen.Choose(0, 20_000).Select(count => string.Concat(Enumerable.Repeat("😀", count)))
    );

    private static readonly Gen<IReadOnlyList<Source>> Items =
        from kinds in Gen.Elements(Enum.GetValues<ItemKind>()).ArrayOf()
        from texts in Texts.ArrayOf(kinds.Length)
        select (IReadOnlyList<Source>)[.. kinds.Zip(texts, (kind, text) => new Source($"{kind}:{text.Length}", kind, "Title", null, text))];

    private static readonly Gen<IReadOnlyList<Turn>> Turns =
        from texts in Texts.ArrayOf()
        select (IReadOnlyList<Turn>)[.. texts.Select((text, at) => new Turn(at % 2 == 0 ? ChatRole.User : ChatRole.Assistant, text))];

    [Fact]
    public void No_prompt_is_larger_than_the_budget_whatever_there_is_to_say() =>
        Prop.ForAll(
                Items.ToArbitrary(),
                Turns.ToArbitrary(),
                Gen.Choose(25, 60).Zip(Gen.Elements("en", "fr")).ToArbitrary(),
                (items, turns, how) =>
                {
                    var (tenths, language) = how;
                    var ratio = tenths / 10.0;
                    var packing = new Packing(PromptWords.In(language), FixedRandom.Mark, ratio);
                    var prompt = packing.Pack(items, [], turns, turns.Count > 2 ? turns[0].Text : null, Today);
                    var tokens = prompt.Messages.Sum(message => Math.Ceiling(message.Text.Length / ratio));
                    return tokens <= prompt.Budget
                        && prompt.Tokens <= prompt.Budget
                        && prompt.Items.Count == items.Count
                        && prompt.Messages.Count == 2 + turns.Count - prompt.TurnsLeftOut
                        && (turns.Count == 0 || prompt.TurnsLeftOut < turns.Count);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_last_turns_are_sent_word_for_word_and_the_oldest_are_left_out()
    {
        var turns = Enumerable
            .Range(0, 40)
            .Select(at => new Turn(at % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"{at} " + new string('y', 2_000)));
        var prompt = Pack(
            [new("facts", ItemKind.Facts, "Facts", null, "Company: Ink")],
            [.. turns.Append(new Turn(ChatRole.User, "Last"))]
        );
        Assert.InRange(prompt.TurnsLeftOut, 10, 32);
        Assert.Equal("Last", prompt.Messages[^1].Text);
        Assert.StartsWith("39 ", prompt.Messages[^2].Text, StringComparison.Ordinal);
        Assert.Equal(ChatRole.User, prompt.Messages[2].Role);
    }

    [Fact]
    public void Of_too_many_notes_the_newest_are_in_and_the_prompt_says_how_many_are_not()
    {
        var text = string.Join("\n\n", Enumerable.Repeat(new string('z', 300), 8));
        var prompt = Pack([
            .. Enumerable.Range(1, 5).Select(at => new Source($"note:{at}", ItemKind.Note, $"Note {at}", null, $"Note {at}\n\n{text}")),
        ]);
        Assert.Equal([true, true, true, false, false], prompt.Items.Select(item => item.Included));
        Assert.Equal([false, false, true, false, false], prompt.Items.Select(item => item.Truncated));
        Assert.Contains("[2 older notes left out]", prompt.Data(), StringComparison.Ordinal);
        Assert.Contains("zzz\n[the rest is left out]\n</item-", prompt.Data(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_posting_that_is_too_long_the_requirements_come_first()
    {
        var about = string.Join("\n\n", Enumerable.Repeat("We were founded by friends of long walks and short meetings.", 400));
        var prompt = Pack([
            new(
                "posting",
                ItemKind.Posting,
                "Posting",
                null,
                $"About us\n\n{about}\n\nRequirements\n• Rust\n• Patience\n\nBenefits\n• Fruit"
            ),
        ]);
        Assert.Contains("posting>\nRequirements\n• Rust", prompt.Data(), StringComparison.Ordinal);
        Assert.DoesNotContain("Fruit", prompt.Data(), StringComparison.Ordinal);
        Assert.InRange(Assert.Single(prompt.Items).Tokens, 2_800, 3_000);
    }

    private static PackedPrompt Pack(IReadOnlyList<Source> items, IReadOnlyList<Turn>? turns = null) =>
        new Packing(PromptWords.In("en"), FixedRandom.Mark, 4).Pack(items, [], turns ?? [], summary: null, Today);
}
