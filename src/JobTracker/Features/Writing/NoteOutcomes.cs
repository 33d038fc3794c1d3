using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Writing;

/// <summary>What the forms make of an application that is gone: a mistake at its field, so that what was written is not lost with the page.</summary>
internal static class NoteOutcomes
{
    public static Outcome<T> KeepingTheText<T>(Outcome<T> outcome, IStringLocalizer t) =>
        outcome is Failed<T> { Failure: NotFound }
            ? new Refused(nameof(NoteForm.ApplicationId), t["This application is not there any more. Choose where the text belongs."])
            : outcome;
}
