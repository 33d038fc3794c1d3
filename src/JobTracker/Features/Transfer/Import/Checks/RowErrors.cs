using System.Text.Json;
using FluentValidation;

namespace JobTracker.Features.Transfer.Import.Checks;

/// <summary>What is wrong with a row of a file.</summary>
/// <param name="Row">As the file counts it; 0 for the file as a whole.</param>
/// <param name="Field">As the contract calls it, with the place in its list from 1: <c>interviews[2].starts_at</c>; null for the row as a whole.</param>
/// <param name="Message">In the reader's language.</param>
public sealed record ImportError(int Row, string? Field, string Message);

/// <summary>Takes down what the features' own rules say of one row and of everything under it.</summary>
public sealed class RowErrors(int row)
{
    private readonly List<ImportError> all = [];

    public IReadOnlyList<ImportError> All => all;

    /// <summary>One more, as long as anybody would read them.</summary>
    public void Add(string? field, string message)
    {
        if (all.Count < ErrorList.Most)
            all.Add(new ImportError(row, field, message));
    }

    /// <param name="rules">The feature's.</param>
    /// <param name="facts">As they are kept.</param>
    /// <param name="path">In front of the fields: empty, or <c>interviews[2].</c>.</param>
    /// <param name="besides">A field that the file does not have, because its place says it.</param>
    public void Check<T>(IValidator<T> rules, T facts, string path = "", string? besides = null)
    {
        foreach (var error in rules.Validate(facts).Errors.Where(error => error.PropertyName != besides))
            Add(path + JsonNamingPolicy.SnakeCaseLower.ConvertName(error.PropertyName), error.ErrorMessage);
    }
}

/// <summary>The errors of a whole file: the first ones to show, and how many there are.</summary>
public sealed class ErrorList
{
    /// <summary>Nobody reads more, and a hostile file could have millions.</summary>
    public const int Most = 100;

    private readonly List<ImportError> first = [];

    public IReadOnlyList<ImportError> First => first;
    public int Count { get; private set; }

    public void Add(IEnumerable<ImportError> errors)
    {
        foreach (var error in errors)
        {
            if (++Count <= Most)
                first.Add(error);
        }
    }
}
