using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JobTracker.Features.Accounts;

/// <summary>What is wrong with a field that nobody sees is wrong with the form: there is nothing to lead to.</summary>
internal static class HiddenField
{
    /// <summary>Moves its messages to the form as a whole.</summary>
    public static IActionResult OfForm(this IActionResult answer, PageModel page, string field)
    {
        if (!page.ModelState.TryGetValue(field, out var entry))
            return answer;
        string[] messages = [.. entry.Errors.Select(error => error.ErrorMessage)];
        entry.Errors.Clear();
        foreach (var message in messages)
            page.ModelState.AddModelError("", message);
        return answer;
    }
}
