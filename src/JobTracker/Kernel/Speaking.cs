using System.Globalization;

namespace JobTracker.Kernel;

/// <summary>As long as it lives, texts and dates are written in this language, whoever asked: what a person gets is in that person's own.</summary>
public sealed class Speaking : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo beforeUi = CultureInfo.CurrentUICulture;

    /// <param name="locale">One of <see cref="Locales.All"/>.</param>
    public Speaking(string locale) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(locale);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
}
