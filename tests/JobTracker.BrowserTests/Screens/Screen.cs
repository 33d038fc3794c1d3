namespace JobTracker.BrowserTests.Screens;

/// <summary>A page in a state, and the steps that lead there.</summary>
/// <param name="ShowAsync">Leads there.</param>
/// <param name="Answers">What the page answers when that is part of the state, for example 400 for a form with mistakes.</param>
public sealed record Screen(Func<Stage, Task> ShowAsync, int Answers = 200)
{
    /// <summary>Nobody is signed in.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The person's applications; none otherwise.</summary>
    public bool IsFilled { get; init; }

    /// <summary>All places that the person has are taken.</summary>
    public bool IsFull { get; init; }

    /// <summary>Exists on a phone only.</summary>
    public bool IsForPhones { get; init; }

    /// <summary>A state that has no more than the page's address to it.</summary>
    public static Screen At(string path, int answers = 200) => new(stage => stage.Page.GotoAsync(path), answers);
}
