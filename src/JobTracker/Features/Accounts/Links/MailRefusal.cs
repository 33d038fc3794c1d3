using JobTracker.Kernel;
using Microsoft.Extensions.Localization;

namespace JobTracker.Features.Accounts.Links;

/// <summary>What is said where a mail would be needed and none can be sent.</summary>
public sealed class MailRefusal(IStringLocalizer<Texts> t)
{
    public NotAllowed Sentence() => new("forbidden", t["This site sends no mail, so this cannot be done here. Ask whoever runs it."]);
}
